package io.groundswell.ingest.simulate.plan;

import java.time.Duration;
import java.time.Instant;

/**
 * How many posts there are at a time: most at about 16:00, fewest at about 04:00 (UTC); most on Wednesdays, fewest at
 * weekends where the week has a rhythm.
 *
 * @param meanPerSecond posts a second over whole days, or over whole weeks where those have a rhythm
 * @param weekly how much more there is in the middle of the week, and less at its end, as a share; 0 for equal days
 */
public record Rhythm(long startMillis, double meanPerSecond, double weekly) {
    private static final double DAY_SECONDS = 86_400;
    private static final double STEP_SECONDS = 60;
    private static final double DAILY = 0.6;
    private static final double DAILY_PEAK = 16 / 24.0;
    private static final double HALF_DAILY = 0.15;
    private static final double HALF_DAILY_PEAK = 20 / 24.0;
    private static final int WEEK = 7;
    /** Days from the start of the epoch, a Thursday, to the middle of a Wednesday. */
    private static final double WEEKLY_PEAK = 6.5;

    /** Returns the posts a second so many seconds after the start. */
    public double perSecond(double seconds) {
        return meanPerSecond * factor(seconds);
    }

    /** Returns what the mean is multiplied by so many seconds after the start. */
    public double factor(double seconds) {
        double day = (startMillis / 1_000.0 + seconds) / DAY_SECONDS;
        double ofDay = 1
                + DAILY * StrictMath.cos(2 * Math.PI * (day - DAILY_PEAK))
                + HALF_DAILY * StrictMath.cos(4 * Math.PI * (day - HALF_DAILY_PEAK));
        return weekly == 0 ? ofDay : ofDay * (1 + weekly * StrictMath.cos(2 * Math.PI * (day - WEEKLY_PEAK) / WEEK));
    }

    /** Returns what the mean is multiplied by at a time. */
    public double factor(Instant at) {
        return factor((at.toEpochMilli() - startMillis) / 1_000.0);
    }

    /** Returns a bound that no {@link #factor} exceeds. */
    double maxFactor() {
        return (1 + DAILY + HALF_DAILY) * (1 + weekly);
    }

    /** Returns how many posts there are in so many seconds from the start on. */
    public double posts(double seconds) {
        double posts = 0;
        for (double at = 0; at < seconds; at += STEP_SECONDS) {
            double step = Math.min(STEP_SECONDS, seconds - at);
            posts += step * perSecond(at + step / 2);
        }
        return posts;
    }

    /** Returns how long so many posts take. */
    public Duration span(long posts) {
        double period = weekly == 0 ? DAY_SECONDS : WEEK * DAY_SECONDS;
        double seconds = Math.floor(posts / (period * meanPerSecond)) * period;
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
