package io.groundswell.ingest.simulate.plan;

import io.groundswell.ingest.simulate.profile.Shape;
import io.groundswell.ingest.simulate.profile.Strength;
import java.time.Instant;
import java.util.List;

/**
 * A trend that was planted: posts with a hashtag, on top of what there would have been of it.
 *
 * @param term the hashtag without its sign, in lower case
 * @param language of its posts
 * @param start the earliest time of its posts
 * @param end the time before which all of its posts were written
 * @param authors how many authors it has; each of them posts once
 * @param words words that are in some of its posts and in no others
 */
public record PlantedTrend(
        String term,
        String language,
        Strength strength,
        Shape shape,
        Instant start,
        Instant end,
        long authors,
        List<String> words) {

    public PlantedTrend {
        words = List.copyOf(words);
    }

    /** Returns when it is at its height, first. */
    public Instant peak() {
        return start.plusMillis(
                (long) (shape.length().toMillis() * shape.curve().peak()));
    }

    /** Returns how many authors are expected from its start until a time, without those of its base. */
    public double authorsUntil(Instant time) {
        double passed = (time.toEpochMilli() - start.toEpochMilli())
                / (double) shape.length().toMillis();
        return strength.peak() * shape.windows() * shape.curve().cumulative(Math.max(0, Math.min(1, passed)));
    }
}
