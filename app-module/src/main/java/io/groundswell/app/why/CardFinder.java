package io.groundswell.app.why;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.groundswell.app.finding.AsOf;
import io.groundswell.app.finding.CountedSpan;
import io.groundswell.app.finding.NamedTerm;
import io.groundswell.app.why.Card.Beginning;
import io.groundswell.app.why.Card.Verdict;
import io.groundswell.app.why.Scoring.Scored;
import io.groundswell.app.why.TrendRow.Leading;
import io.groundswell.job.PlatformException;
import io.groundswell.model.Term;
import io.groundswell.table.Lake;
import io.groundswell.table.Micros;
import io.groundswell.trends.CountedChanges;
import io.groundswell.trends.KnownHoles;
import io.groundswell.trends.TrendSettings;
import io.groundswell.trends.calibrate.KnownCalibrations;
import io.groundswell.trends.rule.Mutes;
import io.groundswell.trends.rule.RuleTable;
import io.groundswell.trends.rule.Rules;
import io.groundswell.trends.score.Alarm;
import io.groundswell.trends.score.TermScores.Score;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Makes the card of a term, of the rows that it needs and no others. */
public record CardFinder(Lake lake, TrendSettings settings) {
    private static final int SAMPLES = 3;

    /** How far back the window is looked for in which a term without an alarm came closest to one. */
    private static final long RECENT = Micros.of(Duration.ofDays(2));

    /**
     * Returns the card of the window that gives the term its place in a list; of a term that is in none the window that
     * surprises most, of those of the last two days in which it was counted, older ones counting less.
     *
     * @param widths widths of windows that are looked at, in seconds
     * @throws PlatformException if the term was not counted by then, or may be of more than one kind
     */
    public Card find(SparkSession spark, NamedTerm named, AsOf asOf, List<Integer> widths) {
        TermRows rows = new TermRows(spark, lake, asOf.scope(), settings.widthSeconds());
        List<Row> ofAnyKind = rows.counts(named);
        String kind = named.kind(
                ofAnyKind.stream().map(row -> row.<String>getAs("kind")).toList(),
                "in gold.term_counts, scope " + asOf.scope());
        String term = named.forms().get(kind);
        List<Row> ofKind =
                ofAnyKind.stream().filter(row -> kind.equals(row.getAs("kind"))).toList();
        List<Row> counts = ofKind.stream()
                .filter(row -> asOf.has(row.getAs("window"), row.getAs("width"), row.getAs("decided")))
                .toList();
        List<Row> ofWidths = counts.stream()
                .filter(row -> widths.contains(row.<Integer>getAs("width")))
                .toList();
        if (ofWidths.isEmpty()) {
            throw tooEarly(named, kind, ofKind);
        }
        Optional<Leading> leading = TrendRow.leading(
                rows.trends(kind, term).stream()
                        .map(TrendRow::of)
                        .filter(row -> widths.contains(row.width()))
                        .toList(),
                asOf);
        CountedSpan span = CountedSpan.of(spark, lake, asOf.scope());
        long known = asOf.known() == null ? Long.MAX_VALUE : Micros.of(asOf.known());
        Rules rules = Rules.of(new RuleTable(lake).changes(spark));
        Alarm alarm = new Alarm(settings, new KnownCalibrations(lake, settings).thresholds(spark), rules.watches());
        Scored scored = new Scoring(alarm, new KnownHoles(lake).now(spark), rows, counts, span, known, kind, term)
                .strongest(leading.map(Leading::windows).orElseGet(() -> recent(ofWidths)));
        Score score = leading.map(its -> its.row().score(scored.score())).orElse(scored.score());
        CountedPosts posts = posts(spark, asOf.scope(), kind, term, scored.width(), score);
        List<String> sampleIds = leading.map(its -> its.row().sampleIds()).orElse(posts.firstIds());
        String display = leading.map(its -> its.row().display()).orElse(posts.display());
        return new Card(
                new Term(kind, term, display == null ? term : display),
                asOf,
                scored.width(),
                score,
                verdict(rules.mutes().of(kind, term), leading, score, now(span, asOf)),
                blockedPosts(counts, scored.width(), score),
                beginning(counts, span),
                scored.curve(),
                posts,
                new SettledTexts(lake, score.window(), scored.width()).of(spark, sampleIds));
    }

    private static Map<Integer, List<Long>> recent(List<Row> counts) {
        long newest = counts.stream()
                .mapToLong(row -> row.<Long>getAs("window"))
                .max()
                .orElseThrow();
        return counts.stream()
                .filter(row -> row.<Long>getAs("window") >= newest - RECENT)
                .collect(groupingBy(
                        row -> row.<Integer>getAs("width"), mapping(row -> row.<Long>getAs("window"), toList())));
    }

    private CountedPosts posts(SparkSession spark, String scope, String kind, String term, int width, Score score) {
        return CountedPosts.of(
                spark,
                new CountedChanges(
                        lake,
                        scope,
                        kind,
                        term,
                        Micros.instant(score.window()),
                        width,
                        Micros.instant(score.decided())),
                SAMPLES);
    }

    /** The moment of the list's newest decision: a rule of after it has muted nothing. */
    private static long now(CountedSpan span, AsOf asOf) {
        return asOf.at() == null ? span.decided() : Math.min(span.decided(), Micros.of(asOf.at()));
    }

    private static Verdict verdict(Mutes.OfTerm mutes, Optional<Leading> leading, Score score, long now) {
        String mutedNow = mutes.by(now);
        if (leading.isEmpty()) {
            String mutedThen = mutes.by(score.decided());
            return new Verdict(null, null, false, false, mutedThen == null ? mutedNow : mutedThen);
        }
        TrendRow row = leading.get().row();
        return new Verdict(
                Micros.instant(row.trendStart()),
                row.state(),
                row.isAlarmed(),
                leading.get().isListed() && mutedNow == null,
                row.mutedBy() == null ? mutedNow : row.mutedBy());
    }

    private static long blockedPosts(List<Row> counts, int width, Score score) {
        return counts.stream()
                .filter(row -> row.<Integer>getAs("width") == width)
                .filter(row -> row.<Long>getAs("window") == score.window())
                .filter(row -> row.<Long>getAs("decided") <= score.decided())
                .max(Comparator.comparingLong(row -> row.<Long>getAs("decided")))
                .map(row -> row.<Long>getAs("blocked_posts"))
                .orElse(0L);
    }

    private static Beginning beginning(List<Row> counts, CountedSpan span) {
        Row first = counts.stream()
                .min(Comparator.comparingInt((Row row) -> row.<Integer>getAs("width"))
                        .thenComparing(row -> row.<Long>getAs("window")))
                .orElseThrow();
        long oldest = counts.stream()
                .mapToLong(row -> row.<Long>getAs("window"))
                .min()
                .orElseThrow();
        return new Beginning(
                Micros.instant(first.getAs("window")),
                first.getAs("width"),
                Micros.instant(span.from()),
                span.from() < oldest);
    }

    private static PlatformException tooEarly(NamedTerm named, String kind, List<Row> rows) {
        long first =
                rows.stream().mapToLong(row -> row.<Long>getAs("decided")).min().orElseThrow();
        return PlatformException.usage(
                "The %s '%s' had not been counted by then: its first row in gold.term_counts was decided at %s. Name a later --at, or none for all that is known."
                        .formatted(kind, named.written(), Micros.instant(first)));
    }
}
