package io.groundswell.app.interest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import io.groundswell.app.finding.CountedSpan;
import io.groundswell.job.PlatformException;
import io.groundswell.model.TermCount;
import io.groundswell.table.Catalogue;
import io.groundswell.table.Lake;
import io.groundswell.table.Micros;
import io.groundswell.trends.KnownHoles;
import io.groundswell.trends.TrendSettings;
import io.groundswell.trends.count.Decisions;
import io.groundswell.trends.score.Holes;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The terms of one window that most authors wrote, or that grew most over the window before it, as known now. Terms of few
 * authors, of one author's posts or of one text are left out, by the gates of an alarm.
 *
 * <p>Growth is (a / n) / (max(b, 1) / m): a of n authors wrote the term in the window, b of m in the one before. What
 * everybody writes more of at this hour cancels out in the shares, and the window before it is there in a lake of an hour,
 * where the same hour of the day before is not. A term that is new has, as one of a single author, b = 1, so that among
 * new terms the one of more authors has grown more.
 */
public record TermRanking(Lake lake, TrendSettings settings) {

    /** What is ranked by. */
    public enum Order {
        AUTHORS,
        GROWTH
    }

    /**
     * Which window is asked for.
     *
     * @param at the newest window that was decided by then; null for the newest of all
     * @param scope {@code all}, {@code language:xx} or {@code source:xx}
     * @param kinds the kinds of terms wanted; empty for all
     */
    public record Asked(Order order, int limit, Instant at, int width, String scope, List<String> kinds) {}

    /**
     * The terms of a window, the first of them first.
     *
     * @param window its start
     * @param allAuthors distinct authors of the window
     * @param allBefore distinct authors of the window before
     * @param coverage share of the window that no hole touches
     * @param coverageBefore of the window before, likewise
     * @param places none where growth is asked for and can't be told
     */
    public record Ranked(
            Instant window,
            int width,
            long allAuthors,
            long allBefore,
            double coverage,
            double coverageBefore,
            List<Place> places) {

        /** Returns whether growth can be told: somebody wrote in the window before, and no hole touches either. */
        public boolean isComparable() {
            return allBefore > 0 && coverage >= 1 && coverageBefore >= 1;
        }

        private Ranked with(List<Place> terms) {
            return new Ranked(window, width, allAuthors, allBefore, coverage, coverageBefore, terms);
        }
    }

    /**
     * A term.
     *
     * @param before its authors in the window before
     */
    public record Place(String kind, String term, long posts, long authors, long before) {
        /** Returns its growth; null where growth is not told. */
        public Double growth(Ranked ranked) {
            double share = (double) authors / Math.max(1, ranked.allAuthors());
            return ranked.isComparable() ? share / ((double) Math.max(1, before) / ranked.allBefore()) : null;
        }
    }

    /**
     * Ranks the terms.
     *
     * @throws PlatformException if nothing was counted by then
     */
    public Ranked rank(SparkSession spark, Asked asked) {
        CountedSpan span = CountedSpan.of(spark, lake, asked.scope());
        long step = Decisions.widthMicros(asked.width());
        long window = span.newestWindow(asked.width(), asked.at() == null ? span.decided() : Micros.of(asked.at()));
        if (window + step <= span.from()) {
            throw PlatformException.usage(
                    "No window was counted by %s: those of gold.term_counts begin at %s. Name a later --at."
                            .formatted(asked.at(), Micros.instant(span.from())));
        }
        boolean isGrowth = asked.order() == Order.GROWTH;
        Holes holes = new KnownHoles(lake).now(spark).in(asked.scope());
        Dataset<Row> known = known(spark, asked, window, step);
        Row total = known
                .where(col("kind").equalTo(TermCount.TOTAL))
                .select(authors("now"), authors("before"))
                .collectAsList()
                .stream()
                .findFirst()
                .orElse(null);
        Ranked ranked = new Ranked(
                Micros.instant(window),
                asked.width(),
                total == null ? 0 : total.getLong(0),
                total == null ? 0 : total.getLong(1),
                holes.coverage(asked.width(), window),
                holes.coverage(asked.width(), window - step),
                List.of());
        return isGrowth && !ranked.isComparable() ? ranked : ranked.with(places(known, asked));
    }

    private static Column authors(String when) {
        return coalesce(col(when + ".authors"), lit(0L)).as(when + "_authors");
    }

    /** What the newest decision of each window says of each term: kind, term, now, before. */
    private Dataset<Row> known(SparkSession spark, Asked asked, long window, long step) {
        Column isNow = col("window_start").equalTo(lit(Micros.instant(window)));
        Column isBefore = col("window_start").equalTo(lit(Micros.instant(window - step)));
        Column counted = struct("posts", "authors", "top_author_posts", "texts");
        return lake.table(Catalogue.TERM_COUNTS)
                .read(spark)
                .where(isNow.or(isBefore))
                .where(col("window_width")
                        .equalTo(asked.width())
                        .and(col("scope").equalTo(asked.scope())))
                .groupBy("kind", "term")
                .agg(
                        max_by(when(isNow, counted), when(isNow, col("decided_at")))
                                .as("now"),
                        max_by(when(isBefore, counted), when(isBefore, col("decided_at")))
                                .as("before"));
    }

    private List<Place> places(Dataset<Row> known, Asked asked) {
        Column isOfKinds = asked.kinds().isEmpty()
                ? lit(true)
                : col("kind").isin(asked.kinds().toArray());
        Column isBroad = col("now.authors")
                .geq(settings.minAuthors())
                .and(col("now.top_author_posts").leq(col("now.posts").multiply(settings.maxTopAuthorShare())))
                .and(col("now.texts").geq(settings.minTexts()));
        // The authors of all are the same for each term: they need not be heeded in the order.
        Column growth = col("now_authors").divide(greatest(col("before_authors"), lit(1L)));
        Column first = asked.order() == Order.GROWTH ? growth : col("now_authors");
        return known
                .where(col("kind").notEqual(TermCount.TOTAL).and(isOfKinds).and(isBroad))
                .select(col("kind"), col("term"), col("now.posts"), authors("now"), authors("before"))
                .orderBy(first.desc(), col("now_authors").desc(), col("kind"), col("term"))
                .limit(asked.limit())
                .collectAsList()
                .stream()
                .map(row ->
                        new Place(row.getString(0), row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4)))
                .toList();
    }
}
