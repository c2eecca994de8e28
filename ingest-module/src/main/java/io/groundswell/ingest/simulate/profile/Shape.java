package io.groundswell.ingest.simulate.profile;

import java.time.Duration;
import java.util.Locale;

/** How a trend goes over time. */
public enum Shape {
    /** At its height from its start to its end. */
    STEP(Duration.ofMinutes(60), Curve.FLAT),
    /** From nothing to its height, evenly. */
    RAMP(Duration.ofMinutes(90), Curve.RISING),
    /** A short step. */
    PULSE(Duration.ofMinutes(15), Curve.FLAT),
    /** At its height at once, and then half as high every 20 minutes. */
    BURST(Duration.ofHours(2), Curve.DECAYING),
    /** From nothing to its height over hours. */
    SLOW_RISE(Duration.ofHours(6), Curve.RISING);

    private static final Duration WINDOW = Duration.ofMinutes(5);

    private final Duration length;
    private final Curve curve;

    Shape(Duration length, Curve curve) {
        this.length = length;
        this.curve = curve;
    }

    public Duration length() {
        return length;
    }

    public Curve curve() {
        return curve;
    }

    /** Returns how many windows of 5 minutes at the trend's height would hold all of its posts. */
    public double windows() {
        return windows(length, curve);
    }

    /** Returns how many windows of 5 minutes at its height would hold all of a curve of this length. */
    public static double windows(Duration length, Curve curve) {
        return (double) length.toSeconds() / WINDOW.toSeconds() * curve.mean();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
