package io.groundswell.trends.score;

import java.io.Serializable;

/**
 * The least evidence of an alarm.
 *
 * @param falseAlarmsPerDay what it gives on null replays; null where it is not calibrated
 * @param days of counts of which those replays were made; 0 where it is not calibrated
 */
public record Threshold(double evidence, Double falseAlarmsPerDay, int days) implements Serializable {
    /** Returns one of which nobody knows the rate. */
    public static Threshold uncalibrated(double evidence) {
        return new Threshold(evidence, null, 0);
    }

    boolean isCalibrated() {
        return falseAlarmsPerDay != null;
    }
}
