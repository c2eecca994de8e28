package io.groundswell.ingest.simulate;

import java.time.Duration;

/**
 * How many posts there are at a time of day (UTC): most at about 16:00, fewest at about 04:00, {@code meanPerSecond} over a
 * whole day.
 */
record Rhythm(long startMillis, double meanPerSecond) {
    private static final double DAY_SECONDS = 86_400;
    private static final double STEP_SECONDS = 60;
    private static final double DAILY = 0.6;
    private static final double DAILY_PEAK = 16 / 24.0;
    private static final double HALF_DAILY = 0.15;
    private static final double HALF_DAILY_PEAK = 20 / 24.0;

    /** Returns the posts a second so many seconds after the start. */
    double perSecond(double seconds) {
        double day = (startMillis / 1_000.0 + seconds) / DAY_SECONDS;
        return meanPerSecond
                * (1
                        + DAILY * StrictMath.cos(2 * Math.PI * (day - DAILY_PEAK))
                        + HALF_DAILY * StrictMath.cos(4 * Math.PI * (day - HALF_DAILY_PEAK)));
    }

    /** Returns how long so many posts take. */
    Duration span(long posts) {
        double wholeDays = Math.floor(posts / (DAY_SECONDS * meanPerSecond));
        double seconds = wholeDays * DAY_SECONDS;
        double left = posts - seconds * meanPerSecond;
        while (left > 0) {
            double rate = perSecond(seconds);
            double step = Math.min(STEP_SECONDS, left / rate);
            left -= step * rate;
            // The last steps may be too short to be told from none.
            seconds += Math.max(step, 1e-6);
        }
        return Duration.ofMillis((long) (seconds * 1_000));
    }
}
