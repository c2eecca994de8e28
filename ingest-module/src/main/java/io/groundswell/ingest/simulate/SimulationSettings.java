package io.groundswell.ingest.simulate;

import io.groundswell.ingest.simulate.wire.WireFormats;
import java.time.Instant;
import java.util.Locale;

/**
 * What to simulate. The same settings give the same bytes, whatever the pace.
 *
 * @param posts how many posts are written; repeated frames, edits, deletions and broken frames come on top
 * @param seed what all draws come from
 * @param start when the first post may be written
 * @param postsPerSecond the mean over a day; by night there are fewer, in the afternoon more
 * @param pace how many seconds of the stream pass in a second; 0 for as fast as it goes
 * @param topics how many latent topics people speak of
 * @param trendsPerDay how many trends are planted in a day; one at least where the stream lasts 6 hours; 0 for none
 * @param faults how often frames are late, repeated, edited, deleted and broken, as a multiple of the usual; 0 for never
 * @param format the wire format of the frames
 */
public record SimulationSettings(
        long posts,
        long seed,
        Instant start,
        double postsPerSecond,
        double pace,
        int topics,
        double trendsPerDay,
        double faults,
        String format) {
    private static final long MAX_POSTS = 1_000_000_000;
    private static final double MAX_RATE = 1_000_000;
    private static final double MAX_PACE = 1_000_000;
    private static final int MAX_TOPICS = 200;
    private static final double MAX_TRENDS = 1_000;
    private static final double MAX_FAULTS = 10;
    private static final double MAX_SPAN_DAYS = 3_650;
    private static final double DAY_SECONDS = 86_400;
    private static final Instant EARLIEST = Instant.parse("2010-11-05T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2060-01-01T00:00:00Z");

    // Behind the bounds that it is checked against.
    public static final SimulationSettings DEFAULT =
            new SimulationSettings(200_000, 1, Instant.parse("2026-03-01T00:00:00Z"), 2.3, 0, 12, 12, 1, "x");

    public SimulationSettings {
        check(posts >= 1 && posts <= MAX_POSTS, "simulate.posts must be 1 to 1000000000, was %s", posts);
        // Ids tell the time by X's rule, which starts in November 2010 and has 41 bits for it.
        check(
                !start.isBefore(EARLIEST) && start.isBefore(LATEST),
                "simulate.start must be from 2010-11-05 to 2059-12-31, was %s",
                start);
        check(
                postsPerSecond > 0 && postsPerSecond <= MAX_RATE,
                "simulate.posts-per-second must be > 0 and <= 1000000, was %s",
                postsPerSecond);
        check(
                posts / postsPerSecond <= MAX_SPAN_DAYS * DAY_SECONDS,
                "simulate.posts / simulate.posts-per-second must be at most 3650 days, was %s days",
                posts / postsPerSecond / DAY_SECONDS);
        check(pace >= 0 && pace <= MAX_PACE, "simulate.pace must be 0 to 1000000, was %s", pace);
        check(topics >= 1 && topics <= MAX_TOPICS, "simulate.topics must be 1 to 200, was %s", topics);
        check(
                trendsPerDay >= 0 && trendsPerDay <= MAX_TRENDS,
                "simulate.trends-per-day must be 0 to 1000, was %s",
                trendsPerDay);
        check(
                WireFormats.names().contains(format),
                "simulate.format must be one of " + WireFormats.names() + ", was %s",
                format);
        check(faults >= 0 && faults <= MAX_FAULTS, "simulate.faults must be 0 to 10, was %s", faults);
    }

    private static void check(boolean holds, String message, Object value) {
        if (!holds) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, message, value));
        }
    }

    /** Returns these settings as fast as it goes: what the bytes depend on. */
    SimulationSettings unpaced() {
        return new SimulationSettings(posts, seed, start, postsPerSecond, 0, topics, trendsPerDay, faults, format);
    }
}
