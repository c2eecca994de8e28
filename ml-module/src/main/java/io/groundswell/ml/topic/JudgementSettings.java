package io.groundswell.ml.topic;

import java.util.Map;

/**
 * How topics are judged before they serve. A new version replaces the champion if, on the same held-out posts, it is worse
 * by no more than is allowed here; the first version has nothing to be worse than.
 *
 * @param maxPosts held out at most
 * @param maxCoherenceLoss by which the mean NPMI may be below the champion's
 * @param maxDiversityLoss by which the share of distinct words may be below the champion's
 */
public record JudgementSettings(int maxPosts, double maxCoherenceLoss, double maxDiversityLoss) {
    public static final JudgementSettings DEFAULT = new JudgementSettings(10_000, 0.02, 0.1);

    static final String OF_CHAMPION = "champion_";

    public JudgementSettings {
        if (maxPosts < 1) {
            throw new IllegalArgumentException("topics.judgement.max-posts must be >= 1, was " + maxPosts);
        }
        requireLoss("max-coherence-loss", maxCoherenceLoss);
        requireLoss("max-diversity-loss", maxDiversityLoss);
    }

    /** Whether a version with these metrics may serve in place of the champion that it was compared with, if any. */
    boolean accepts(Map<String, Double> metrics) {
        return metrics.values().stream().allMatch(Double::isFinite)
                && isKept("coherence", maxCoherenceLoss, metrics)
                && isKept("diversity", maxDiversityLoss, metrics);
    }

    private static boolean isKept(String metric, double loss, Map<String, Double> metrics) {
        Double before = metrics.get(OF_CHAMPION + metric);
        return before == null || metrics.get(metric) >= before - loss;
    }

    private static void requireLoss(String key, double value) {
        if (!(value >= 0 && value <= 2)) { // also refuses NaN
            throw new IllegalArgumentException(
                    "topics.judgement.%s must be >= 0 and <= 2, was %s".formatted(key, value));
        }
    }
}
