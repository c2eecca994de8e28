package io.groundswell.ingest.simulate.profile;

import java.time.Duration;
import java.util.List;

/**
 * Trends, one after another. In a round each strength meets each shape once; the first of a round is another one each time,
 * so that none keeps to an hour of the day.
 *
 * @param perDay how many there are for each day of the stream; one at least where the stream has room for any; 0 for none
 * @param quiet the time at the start in which a detector learns what is usual: nothing is planted in it
 * @param turn by how many a round starts further on than the one before
 * @param baseTerms how many terms there are for each strength with a base, which its trends take in turn
 */
public record TrendSeries(
        double perDay,
        List<Strength> strengths,
        List<Shape> shapes,
        Duration quiet,
        int turn,
        Arrivals arrivals,
        int baseTerms) {
    static final TrendSeries NONE =
            new TrendSeries(0, List.of(), List.of(), Duration.ofHours(3), 0, Arrivals.POISSON, 0);

    public TrendSeries {
        strengths = List.copyOf(strengths);
        shapes = List.copyOf(shapes);
    }

    /** When the posts of a trend are written. */
    public enum Arrivals {
        /** As many as expected, in equal parts of the trend's curve. */
        EVEN,
        /** Each independent of the others, so that their number in a window follows Poisson's law. */
        POISSON
    }

    /** Returns the strength of the i-th trend. */
    public Strength strength(int i) {
        return strengths.get(inRound(i) % strengths.size());
    }

    /** Returns the shape of the i-th trend. */
    public Shape shape(int i) {
        int at = inRound(i);
        return shapes.get((at % strengths.size() + at / strengths.size()) % shapes.size());
    }

    private int inRound(int i) {
        int round = strengths.size() * shapes.size();
        return (i + turn * (i / round)) % round;
    }

    /** Returns how long the longest trend lasts. */
    public Duration longest() {
        return shapes.stream().map(Shape::length).max(Duration::compareTo).orElse(Duration.ZERO);
    }
}
