package io.groundswell.ingest.forget;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.exists;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import io.groundswell.ingest.parse.PostFormat;
import io.groundswell.ingest.parse.Reason;
import io.groundswell.job.Failpoints;
import io.groundswell.model.RuleChange;
import io.groundswell.model.Term;
import io.groundswell.table.Catalogue;
import io.groundswell.table.Lake;
import io.groundswell.table.Rewrite;
import io.groundswell.table.Table;
import io.groundswell.table.TableSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Takes what is on the list of the suppressed out of every table, whoever put it there: a sweep after a killed one
 * completes it. What says what a post said goes before the post's changes, by which it is found, and bronze last.
 *
 * @param source whose authors a rule means that names no feed
 */
record Sweep(Lake lake, List<Table> tables, Forgotten forgotten, String source, SparkSession spark) {
    private static final byte[] NOTHING = {};

    /** Tables that hold anything of a post. */
    static final List<TableSpec> SWEPT = List.of(
            Catalogue.TERM_COUNTS,
            Catalogue.TRENDS,
            Catalogue.STORIES,
            Catalogue.HASHTAG_EDGES,
            Catalogue.HASHTAGS,
            Catalogue.COMMUNITIES,
            Catalogue.TOPICS,
            Catalogue.POST_TOPICS,
            Catalogue.RULES,
            Catalogue.POSTS,
            Catalogue.POST_CHANGES,
            Catalogue.RAW_POSTS,
            Catalogue.REJECTED_POSTS);

    /** Returns how many rows were deleted or changed, by table. */
    Map<String, Long> run() {
        Map<String, Long> counts = new LinkedHashMap<>();
        if (has(Catalogue.POST_CHANGES)) {
            GoneTerms terms = GoneTerms.of(lake.table(Catalogue.POST_CHANGES).read(spark), forgotten.isOwn());
            if (!terms.isEmpty()) {
                sweepTerms(terms, counts);
            }
        }
        for (TableSpec samples : List.of(Catalogue.TRENDS, Catalogue.STORIES)) {
            update(
                    samples,
                    exists(col("sample_post_ids"), forgotten::isPostKey),
                    Map.of("sample_post_ids", filter(col("sample_post_ids"), key -> not(forgotten.isPostKey(key)))),
                    counts);
        }
        delete(Catalogue.POST_TOPICS, forgotten.isPost(col("source"), col("post_id")), counts);
        update(Catalogue.RULES, isRuleOf(), Map.of("value", concat(lit("forgotten "), col("rule_id"))), counts);
        Failpoints.hit("forget.afterGold");
        for (TableSpec posts : List.of(Catalogue.POSTS, Catalogue.POST_CHANGES)) {
            delete(posts, forgotten.isOwn(), counts);
            update(posts, forgotten.isNaming(), forgotten.masked(), counts);
        }
        Failpoints.hit("forget.afterSilver");
        sweepFrames(counts);
        return counts;
    }

    private void sweepTerms(GoneTerms terms, Map<String, Long> counts) {
        Column isGone = terms.has(col("kind"), col("term"));
        delete(Catalogue.TERM_COUNTS, isGone, counts);
        delete(Catalogue.TRENDS, isGone, counts);
        Column left = filter(col("terms"), term -> not(terms.has(term.getField("kind"), term.getField("term"))));
        delete(Catalogue.STORIES, size(left).equalTo(0), counts);
        update(
                Catalogue.STORIES,
                size(left).lt(size(col("terms"))),
                // A label is made of the terms, in words that may be gone.
                Map.of("terms", left, "label", concat_ws(" · ", transform(left, term -> term.getField("display")))),
                counts);
        delete(Catalogue.HASHTAG_EDGES, terms.hasTag(col("tag_a")).or(terms.hasTag(col("tag_b"))), counts);
        delete(Catalogue.HASHTAGS, terms.hasTag(col("tag")), counts);
        update(
                Catalogue.COMMUNITIES,
                exists(col("top_tags"), terms::hasDisplay),
                Map.of("top_tags", filter(col("top_tags"), tag -> not(terms.hasDisplay(tag)))),
                counts);
        delete(Catalogue.TOPICS, terms.has(lit(Term.WORD), col("term")), counts);
        update(
                Catalogue.TOPICS,
                terms.without(col("label")).notEqual(col("label")),
                Map.of("label", terms.without(col("label"))),
                counts);
    }

    private Column isRuleOf() {
        return col("kind")
                .equalTo(RuleChange.AUTHOR)
                .and(forgotten.isAuthor(coalesce(col("source"), lit(source)), col("value")));
    }

    /** A frame of which nothing is left keeps its row, as it has when it lands anew: a rejected one says why. */
    private void sweepFrames(Map<String, Long> counts) {
        Column left = forgotten.left();
        Column isLost = length(left).equalTo(0);
        update(
                Catalogue.RAW_POSTS,
                left.isNotNull(),
                Map.of("payload", left, "received_at", unless(isLost, "received_at")),
                counts);
        update(
                Catalogue.REJECTED_POSTS,
                left.isNotNull(),
                Map.of(
                        "payload", left,
                        "received_at", unless(isLost, "received_at"),
                        "reason", when(isLost, lit(Reason.SUPPRESSED.label())).otherwise(col("reason")),
                        "field", unless(isLost, "field"),
                        "parser_version",
                                when(isLost, lit(PostFormat.PARSER_VERSION)).otherwise(col("parser_version"))),
                counts);
        Failpoints.hit("forget.afterBronze");
        if (has(Catalogue.RAW_POSTS) && has(Catalogue.REJECTED_POSTS)) {
            addRejected();
        }
    }

    private static Column unless(Column condition, String column) {
        return when(not(condition), col(column));
    }

    private void addRejected() {
        Table rejected = lake.table(Catalogue.REJECTED_POSTS);
        Dataset<Row> known = rejected.read(spark)
                .where(length(col("payload")).equalTo(0))
                .select(col("source").as("known_source"), col("position").as("known_position"));
        Dataset<Row> missing = lake.table(Catalogue.RAW_POSTS)
                .read(spark)
                .where(length(col("payload")).equalTo(0))
                .join(
                        known,
                        col("source")
                                .equalTo(col("known_source"))
                                .and(col("position").equalTo(col("known_position"))),
                        "left_anti")
                .select(
                        col("source"),
                        col("position"),
                        col("format"),
                        lit(null).cast("timestamp").as("received_at"),
                        lit(Reason.SUPPRESSED.label()).as("reason"),
                        lit(null).cast("string").as("field"),
                        lit(NOTHING).as("payload"),
                        lit(PostFormat.PARSER_VERSION).as("parser_version"));
        if (!missing.isEmpty()) {
            rejected.append(missing);
        }
    }

    private void delete(TableSpec spec, Column condition, Map<String, Long> counts) {
        if (has(spec)) {
            count(spec, new Rewrite(lake.table(spec), spark).delete(condition), counts);
        }
    }

    private void update(TableSpec spec, Column condition, Map<String, Column> values, Map<String, Long> counts) {
        if (has(spec)) {
            count(spec, new Rewrite(lake.table(spec), spark).update(condition, values), counts);
        }
    }

    private static void count(TableSpec spec, long rows, Map<String, Long> counts) {
        counts.merge(spec.name(), rows, Long::sum);
    }

    private boolean has(TableSpec spec) {
        return tables.contains(lake.table(spec));
    }
}
