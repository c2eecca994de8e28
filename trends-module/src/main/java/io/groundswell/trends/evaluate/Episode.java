package io.groundswell.trends.evaluate;

import java.util.ArrayList;
import java.util.List;

/**
 * Alarms of one term without so long a pause that its trend would be over: what a reader takes for one alarm.
 *
 * @param leader the hashtag that many posts of the window of its first alarm have; null where there is none
 * @param first number of the window of its first alarm
 * @param last number of the window of its last alarm
 * @param peak greatest score
 */
public record Episode(TermName name, TermName leader, int first, int last, double peak) {

    /**
     * Returns the episodes of a term at a threshold.
     *
     * @param scores of each window of the series
     * @param quiet windows without an alarm after which an episode is over
     */
    static List<Episode> of(TermSeries series, double[] scores, double threshold, int quiet) {
        List<Episode> episodes = new ArrayList<>(1);
        Episode current = null;
        for (int i = 0; i < scores.length; i++) {
            if (scores[i] <= 0 || scores[i] < threshold) {
                continue;
            }
            int window = series.windows()[i];
            if (current != null && window - current.last() < quiet) {
                current = new Episode(
                        series.name(), current.leader(), current.first(), window, Math.max(current.peak(), scores[i]));
            } else {
                if (current != null) {
                    episodes.add(current);
                }
                current = new Episode(series.name(), series.leaders()[i], window, window, scores[i]);
            }
        }
        if (current != null) {
            episodes.add(current);
        }
        return episodes;
    }
}
