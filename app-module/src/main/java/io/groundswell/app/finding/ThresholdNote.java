package io.groundswell.app.finding;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Says by which thresholds the trends of a list alarmed, and which rate of false alarms these mean. */
public record ThresholdNote(List<TrendFinding> trends) {
    public ThresholdNote {
        trends = List.copyOf(trends);
    }

    /** Returns one line, the narrow windows first. */
    public String line() {
        String watched = trends.stream().anyMatch(trend -> trend.watchedBy() != null)
                ? " Watched terms alarm by their own: 'rules list' has them."
                : "";
        return others().isEmpty() ? watched.strip() : others() + watched;
    }

    private String others() {
        String widths = trends.stream()
                .filter(trend -> trend.watchedBy() == null)
                .sorted(Comparator.comparing(TrendFinding::width))
                .map(trend -> "%d min from %s on"
                        .formatted(trend.width().toMinutes(), words(trend.threshold(), trend.falseAlarmsPerDay())))
                .distinct()
                .collect(Collectors.joining("; "));
        return widths.isEmpty() ? "" : "Alarms by evidence: windows of %s.".formatted(widths);
    }

    /**
     * Returns a threshold with what it means.
     *
     * @param falseAlarmsPerDay null where it is not calibrated
     */
    public static String words(double threshold, Double falseAlarmsPerDay) {
        return falseAlarmsPerDay == null
                ? "%.1f (not calibrated)".formatted(threshold)
                : "%.1f (%.2f false alarms a day)".formatted(threshold, falseAlarmsPerDay);
    }
}
