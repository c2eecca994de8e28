package io.groundswell.app.finding;

import io.groundswell.trends.score.Rise;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A trend from its first alarm to its end, with its strongest window.
 *
 * @param start of the window of the first alarm
 * @param alarmedAt moment of the decision that alarmed first
 * @param end of the last window with an alarm
 * @param peakAt start of the window with the most evidence; the figures are that window's
 * @param rise the greatest of its windows with an alarm; none where later decisions have taken all alarms back
 * @param shown the evidence of its windows, each halved for every 4 hours up to the newest decision: its rank in lists
 * @param threshold of evidence, by which that window was decided
 * @param falseAlarmsPerDay what that threshold means; null where it is not calibrated
 * @param watchedBy the rule by whose thresholds that window was decided; null where no rule watched the term
 * @param series distinct authors over time, from before the trend to after it
 */
public record TrendFinding(
        String kind,
        String term,
        String display,
        Duration width,
        Instant start,
        Instant alarmedAt,
        Instant end,
        Instant peakAt,
        long observed,
        double expected,
        double evidence,
        Rise rise,
        double lift,
        double shown,
        double threshold,
        Double falseAlarmsPerDay,
        String state,
        String watchedBy,
        List<Long> series) {

    TrendFinding withSeries(List<Long> authors) {
        return new TrendFinding(
                kind,
                term,
                display,
                width,
                start,
                alarmedAt,
                end,
                peakAt,
                observed,
                expected,
                evidence,
                rise,
                lift,
                shown,
                threshold,
                falseAlarmsPerDay,
                state,
                watchedBy,
                authors);
    }

    /** Returns the evidence of its strongest window, and of its greatest rise where that is more. */
    public String evidenceText() {
        return EvidenceText.of(evidence, rise);
    }

    public Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("kind", kind);
        document.put("term", term);
        document.put("display", display);
        document.put("window_width", width.toSeconds());
        document.put("start", start.toString());
        document.put("alarmed_at", alarmedAt.toString());
        document.put("end", end.toString());
        document.put("peak_at", peakAt.toString());
        document.put("observed", observed);
        document.put("expected", expected);
        document.put("evidence", evidence);
        document.put("rise", rise.evidence());
        document.put("rise_windows", rise.windows());
        document.put("lift", lift);
        document.put("shown", shown);
        document.put("threshold", threshold);
        document.put("false_alarms_per_day", falseAlarmsPerDay);
        document.put("state", state);
        document.put("watched_by", watchedBy);
        document.put("series", series);
        return document;
    }
}
