package io.groundswell.trends.score;

import io.groundswell.trends.count.Decisions;
import io.groundswell.trends.score.Alarm.Case;
import io.groundswell.trends.score.TermPast.Learned;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.spark.sql.Row;

/**
 * What the scorer makes of one term in any window of one width, from its counts: the figures that gold.trends has, also of
 * windows that have no row there.
 */
public final class TermScores {
    private final TermKey key;
    private final Exposure exposure;
    private final Alarm alarm;
    private final TermPast past;
    private final Map<Long, NavigableMap<Long, Counted>> counts = new HashMap<>();

    /**
     * A window of a term as known at one of its decisions.
     *
     * @param window its start in microseconds
     * @param decided the moment of the decision: of a window without a count of the term that of its first
     * @param expected distinct authors that the baseline foresaw
     * @param evidence −log10 of the probability of so many authors or more
     * @param rise of the windows up to this one
     * @param coverage share of the window that no hole touches
     * @param bar what an alarm of the term asked at the decision
     * @param unmet what it would have to meet to be an alarm, by these settings
     */
    public record Score(
            long window,
            long decided,
            Counted counted,
            double expected,
            double evidence,
            Rise rise,
            double coverage,
            Bar bar,
            List<Condition> unmet) {
        /** Returns what is to reach the threshold: of the window, or of the rise up to it. */
        public double strongest() {
            return rise.strongest(evidence);
        }

        public double lift() {
            return counted.authors() / expected;
        }
    }

    /**
     * Takes the past of a term.
     *
     * @param key the term, and in which windows
     * @param exposure with the totals of all windows that the baselines of the windows asked for remember
     * @param rows those of {@link DecidedCounts} of the key, in any order
     */
    public TermScores(TermKey key, Exposure exposure, Alarm alarm, List<Row> rows) {
        this.key = key;
        this.exposure = exposure;
        this.alarm = alarm;
        this.past = new TermPast(key.width(), key.scope(), exposure);
        rows.forEach(this::add);
    }

    private void add(Row row) {
        long window = row.getAs("window");
        long decided = row.getAs("decided");
        Double learned = row.getAs("learned");
        Counted counted = new Counted(
                row.getAs("posts"), row.getAs("authors"), row.getAs("top_author_posts"), row.getAs("texts"));
        counts.computeIfAbsent(window, any -> new TreeMap<>()).put(decided, counted);
        if (decided == Decisions.first(window, key.width())) {
            past.learn(
                    window,
                    new Learned(
                            learned == null ? 0 : learned,
                            counted.authors(),
                            counted.voices(),
                            row.getAs("capped_since") != null));
        }
    }

    /**
     * Returns a window's score by the newest count of the term that was decided by a moment.
     *
     * @param known in microseconds
     */
    public Score of(long window, long known) {
        Map.Entry<Long, Counted> newest =
                counts.getOrDefault(window, new TreeMap<>()).floorEntry(known);
        long decided = newest == null ? Decisions.first(window, key.width()) : newest.getKey();
        Counted counted = newest == null ? Counted.NONE : newest.getValue();
        Bar bar = alarm.bar(key, decided);
        Case one = past.at(window, decided, counted, alarm, bar);
        return new Score(
                window,
                decided,
                counted,
                one.baseline().expected(),
                one.evidence(),
                one.rise(),
                exposure.coverage(key.width(), key.scope(), window),
                bar,
                alarm.unmet(one, bar));
    }
}
