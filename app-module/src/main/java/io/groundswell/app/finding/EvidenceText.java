package io.groundswell.app.finding;

import io.groundswell.trends.score.Rise;

/** Evidence as people read it: of a slow rise, which no window tells of alone, that of the run of windows too. */
public final class EvidenceText {
    private EvidenceText() {}

    public static String of(double evidence, Rise rise) {
        return rise.evidence() > evidence
                ? "%.1f, %.1f over %d windows".formatted(evidence, rise.evidence(), rise.windows())
                : "%.1f".formatted(evidence);
    }
}
