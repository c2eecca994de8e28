package io.groundswell.graph.engine;

import java.io.Serializable;

/** A vertex with its share of rank, now and one step before. A class, since records fail under Kryo. */
final class Walker implements Serializable {
    /** A rank of 1 as it goes along edges: whole numbers have the same sum in any order. A sum is less than 8. */
    static final double ONE = 1L << 60;

    final double rank;
    final double before;
    final long strength;
    /** Vertices of the part. */
    final long order;

    Walker(double rank, double before, long strength, long order) {
        this.rank = rank;
        this.before = before;
        this.strength = strength;
        this.order = order;
    }

    /** Returns the rank that goes along one edge, in parts of {@link #ONE}. */
    long share(long weight) {
        return Math.round(rank * weight / strength * ONE);
    }

    /** Returns the walker after a step of {@code relaxation} towards what the neighbours sent. */
    Walker step(long received, double damping, double relaxation) {
        double plain = (1 - damping) / order + damping * (received / ONE);
        return new Walker(relaxation * (plain - before) + before, rank, strength, order);
    }

    /** Returns how far the last step went, in parts of {@link #ONE}. */
    long change() {
        return Math.round(Math.abs(rank - before) * ONE);
    }
}
