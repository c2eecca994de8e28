package io.groundswell.trends.score;

import io.groundswell.trends.TrendSettings;
import java.io.Serializable;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which threshold holds at which moment, for the windows of each width of each scope: a function of the moment and of what
 * was calibrated, and of the settings where nothing was.
 */
public final class Thresholds implements Serializable {
    private record Series(int width, String scope) implements Serializable {}

    /**
     * A threshold that was calibrated.
     *
     * @param validFrom first moment at which it holds, in microseconds
     */
    public record Calibrated(int width, String scope, long validFrom, Threshold threshold) {}

    private final Threshold uncalibrated;
    private final Map<Series, TreeMap<Long, Threshold>> bySeries = new HashMap<>();

    private Thresholds(Threshold uncalibrated) {
        this.uncalibrated = uncalibrated;
    }

    /** Returns the threshold of the settings for all times. */
    public static Thresholds uncalibrated(TrendSettings settings) {
        return of(List.of(), settings);
    }

    /**
     * Returns those of some calibrations, of which none of a scope and width holds from the same moment as another.
     *
     * @param settings have the threshold for when none holds yet
     */
    public static Thresholds of(Collection<Calibrated> calibrations, TrendSettings settings) {
        Thresholds thresholds = new Thresholds(Threshold.uncalibrated(settings.minEvidence()));
        calibrations.forEach(its -> thresholds
                .bySeries
                .computeIfAbsent(new Series(its.width(), its.scope()), any -> new TreeMap<>())
                .put(its.validFrom(), its.threshold()));
        return thresholds;
    }

    /**
     * Returns the one that decisions of a moment are made by.
     *
     * @param moment of received time, in microseconds
     */
    public Threshold at(long moment, int width, String scope) {
        Map.Entry<Long, Threshold> newest =
                bySeries.getOrDefault(new Series(width, scope), new TreeMap<>()).floorEntry(moment);
        return newest == null ? uncalibrated : newest.getValue();
    }
}
