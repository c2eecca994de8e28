package io.groundswell.ingest.simulate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * A trend that was planted: posts with a hashtag that is in no other post, on top of what there would have been.
 *
 * @param kind the kind of the term: {@code hashtag}
 * @param term the hashtag without its sign, in lower case
 * @param start the earliest time of its posts
 * @param end the time before which all of its posts were written
 * @param authors how many authors it has; each of them posts once
 * @param words words that are in some of its posts and in no others
 */
public record PlantedTrend(
        String kind,
        String term,
        Instant start,
        Instant end,
        Strength strength,
        Shape shape,
        long authors,
        List<String> words) {

    private static final Duration BIN = Duration.ofMinutes(5);

    public PlantedTrend {
        words = List.copyOf(words);
    }

    /** Returns the authors per 5 minutes at the trend's height. */
    public double authorsPerBin() {
        return authors / shape.bins();
    }

    /** How many authors a trend has, as a share of the mean number of posts, but never below a floor. */
    public enum Strength {
        STRONG(0.12, 60),
        MEDIUM(0.05, 25),
        WEAK(0.02, 10);

        private final double share;
        private final int floor;

        Strength(double share, int floor) {
            this.share = share;
            this.floor = floor;
        }

        /** Returns the authors per 5 minutes at the trend's height, in a stream of so many posts a second. */
        double authorsPerBin(double postsPerSecond) {
            return Math.max(floor, share * postsPerSecond * BIN.toSeconds());
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How a trend goes over time. */
    public enum Shape {
        /** At its height from its start to its end. */
        STEP(Duration.ofMinutes(60), 1),
        /** From nothing to its height, evenly. */
        RAMP(Duration.ofMinutes(90), 2),
        /** A short step. */
        PULSE(Duration.ofMinutes(15), 1);

        private final Duration length;
        private final int power;

        Shape(Duration length, int power) {
            this.length = length;
            this.power = power;
        }

        Duration length() {
            return length;
        }

        /** Returns how many bins of 5 minutes at the trend's height would hold all of its posts. */
        double bins() {
            return (double) length.toSeconds() / BIN.toSeconds() / power;
        }

        /** Returns the part of the length that has passed when this share of the posts is written. */
        double quantile(double share) {
            return power == 1 ? share : Math.sqrt(share);
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
