package io.groundswell.app.why;

import io.groundswell.app.finding.CountedSpan;
import io.groundswell.trends.count.Decisions;
import io.groundswell.trends.score.Alarm;
import io.groundswell.trends.score.Exposure;
import io.groundswell.trends.score.Holes;
import io.groundswell.trends.score.Rank;
import io.groundswell.trends.score.TermKey;
import io.groundswell.trends.score.TermScores;
import io.groundswell.trends.score.TermScores.Score;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.spark.sql.Row;

/**
 * Scores windows of a term and those before them; times in microseconds.
 *
 * @param counts the term's, of all widths
 * @param known the moment up to which decisions are known
 * @param kind the term's
 */
record Scoring(
        Alarm alarm,
        Holes holes,
        TermRows rows,
        List<Row> counts,
        CountedSpan span,
        long known,
        String kind,
        String term) {
    /** Windows before the one of the card whose curve it shows: two hours of the narrow ones, a day of the wide ones. */
    private static final int BEFORE = 24;

    /**
     * A window and the curve up to it.
     *
     * @param curve those before it and itself, from the first that was counted on
     */
    record Scored(int width, Score score, List<Score> curve) {}

    /**
     * Scores the window of most evidence, halved every 4 hours.
     *
     * @param windows to choose among, by width; at least one
     */
    Scored strongest(Map<Integer, List<Long>> windows) {
        Map<Integer, Long> oldest = new HashMap<>();
        windows.forEach((width, starts) -> oldest.put(
                width, starts.stream().min(Long::compare).orElseThrow() - BEFORE * Decisions.widthMicros(width)));
        long newest = windows.values().stream()
                .flatMap(List::stream)
                .max(Long::compare)
                .orElseThrow();
        Exposure exposure = new Exposure(holes).plus(rows.totals(oldest, newest));
        Comparator<Score> byStrength =
                Comparator.comparingDouble((Score score) -> Rank.decayed(score.evidence(), score.window(), newest));
        return windows.entrySet().stream()
                .map(of -> strongest(of.getKey(), of.getValue(), exposure, byStrength))
                .max(Comparator.comparing(Scored::score, byStrength)
                        .thenComparing(Scored::width, Comparator.reverseOrder()))
                .orElseThrow();
    }

    private Scored strongest(int width, List<Long> windows, Exposure exposure, Comparator<Score> byStrength) {
        List<Row> ofWidth = counts.stream()
                .filter(row -> row.<Integer>getAs("width") == width)
                .toList();
        TermScores scores = new TermScores(new TermKey(width, rows.scope(), kind, term), exposure, alarm, ofWidth);
        Score score = windows.stream()
                .map(window -> scores.of(window, known))
                .max(byStrength.thenComparing(Score::window))
                .orElseThrow();
        long step = Decisions.widthMicros(width);
        List<Score> curve = LongStream.rangeClosed(-BEFORE, 0)
                .map(before -> score.window() + before * step)
                .filter(window -> window + step > span.from())
                .mapToObj(window -> scores.of(window, known))
                .toList();
        return new Scored(width, score, curve);
    }
}
