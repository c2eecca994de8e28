package io.groundswell.trends.calibrate;

/**
 * How thresholds are calibrated.
 *
 * @param falseAlarms wanted false alarms a day, in windows of each width
 * @param replays null replays: the threshold is found on half of them and checked on the others
 * @param days the newest days of counts of which they are made, at most; four weeks let terms be shifted by weeks
 * @param seed of the shifts
 */
public record CalibrationSettings(double falseAlarms, int replays, int days, long seed) {
    public static final CalibrationSettings DEFAULT = new CalibrationSettings(1, 20, 28, 1);

    private static final int LEAST_DAYS = 3;

    public CalibrationSettings {
        require(falseAlarms > 0 && Double.isFinite(falseAlarms), "false-alarms", "be > 0", falseAlarms);
        require(replays >= 2 && replays % 2 == 0, "replays", "be even and >= 2", replays);
        require(days >= LEAST_DAYS, "days", "be >= 3", days);
    }

    private static void require(boolean holds, String key, String rule, Object value) {
        if (!holds) {
            throw new IllegalArgumentException("calibration.%s must %s, was %s".formatted(key, rule, value));
        }
    }
}
