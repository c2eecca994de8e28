package io.groundswell.graph.engine;

import java.io.Serializable;

/** A vertex with its share of rank, now and one step before. A class, since records fail under Kryo. */
final class Walker implements Serializable {
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

    /** Returns the rank that goes along one edge. */
    double share(long weight) {
        return rank * weight / strength;
    }

    /** Returns the walker after a step of {@code relaxation} towards what the neighbours sent. */
    Walker step(double received, double damping, double relaxation) {
        double plain = (1 - damping) / order + damping * received;
        return new Walker(relaxation * (plain - before) + before, rank, strength, order);
    }

    /** Returns how far the last step went. */
    double change() {
        return Math.abs(rank - before);
    }
}
