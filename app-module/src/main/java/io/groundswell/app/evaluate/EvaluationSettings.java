package io.groundswell.app.evaluate;

import java.time.Duration;
import java.util.List;

/**
 * How trend detection is evaluated.
 *
 * @param seed of all simulated feeds and draws
 * @param plantedDays how long the feed with planted trends is
 * @param nullDays how long the feeds without any are
 * @param learnDays for how many days scorers learn before alarms count
 * @param falseAlarms false alarms a day at which scorers are compared
 * @param nullReplays how many shifted replays of real posts thresholds are found on, and how many they are checked on
 * @param widths windows that are evaluated
 */
public record EvaluationSettings(
        long seed,
        int plantedDays,
        int nullDays,
        int learnDays,
        double falseAlarms,
        int nullReplays,
        List<Duration> widths) {
    private static final long DAY_SECONDS = Duration.ofDays(1).toSeconds();

    public static final EvaluationSettings DEFAULT =
            new EvaluationSettings(1, 21, 30, 14, 1, 5, List.of(Duration.ofMinutes(5), Duration.ofHours(1)));

    public EvaluationSettings {
        widths = List.copyOf(widths);
        require(learnDays >= 0, "learn-days", "be >= 0", learnDays);
        require(plantedDays > learnDays, "planted-days", "be more than evaluation.learn-days", plantedDays);
        require(nullDays > learnDays, "null-days", "be more than evaluation.learn-days", nullDays);
        require(falseAlarms > 0, "false-alarms", "be > 0", falseAlarms);
        require(nullReplays >= 1, "null-replays", "be >= 1", nullReplays);
        require(
                !widths.isEmpty()
                        && widths.stream().distinct().count() == widths.size()
                        && widths.stream().allMatch(EvaluationSettings::isWidth),
                "widths",
                "differ, and each divide a day by whole seconds",
                widths);
    }

    List<Integer> widthSeconds() {
        return widths.stream().map(width -> Math.toIntExact(width.toSeconds())).toList();
    }

    private static boolean isWidth(Duration width) {
        long seconds = width.toSeconds();
        return seconds > 0 && width.equals(Duration.ofSeconds(seconds)) && DAY_SECONDS % seconds == 0;
    }

    private static void require(boolean holds, String key, String rule, Object value) {
        if (!holds) {
            throw new IllegalArgumentException("evaluation.%s must %s, was %s".formatted(key, rule, value));
        }
    }
}
