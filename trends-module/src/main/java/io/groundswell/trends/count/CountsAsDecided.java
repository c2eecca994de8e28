package io.groundswell.trends.count;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.bit_count;
import static org.apache.spark.sql.functions.bit_or;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.shiftright;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.groundswell.job.Transform;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.RelationalGroupedDataset;
import org.apache.spark.sql.Row;

/**
 * Counts of {@link Mentions} at the decisions of an interval: width, window, scope, kind, term, decided (microseconds),
 * posts, authors, top_author_posts, texts, blocked_posts.
 *
 * <p>The first decision of a window has a row for each term that counts in it; a later one only where posts or authors
 * differ from the decision before, down to none. What a decision before the interval said is taken from its row and not
 * counted anew: a change that came late, stamped before a decision that was made without it, is news.
 *
 * @param before rows of {@link CountsBefore}
 */
public record CountsAsDecided(Interval interval, Dataset<Row> before) implements Transform {
    private static final Column[] TERM = {col("width"), col("window"), col("scope"), col("kind"), col("term")};
    private static final int DECISIONS = Decisions.DELAYS.size();

    @Override
    public Dataset<Row> apply(Dataset<Row> mentions) {
        // Without rules that block there is nothing of it to add up.
        boolean isBlockedTold = List.of(mentions.columns()).contains(Mentions.BLOCKED_BITS);
        List<IntFunction<Column>> ofAuthor = List.of(
                k -> sum(counts(k)).as("posts_" + k), k -> bit_or(texts(k)).as("texts_" + k));
        List<IntFunction<Column>> ofTerm = List.of(
                k -> sum(posts(k)).as("posts_" + k),
                k -> sum(posts(k).gt(0).cast("long")).as("authors_" + k),
                k -> max(posts(k)).as("top_" + k),
                k -> bit_or(coalesce(col("texts_" + k), lit(0L))).as("texts_" + k));
        if (isBlockedTold) {
            ofAuthor = with(ofAuthor, k -> sum(bit(Mentions.BLOCKED_BITS, k)).as("blocked_" + k));
            ofTerm = with(
                    ofTerm, k -> sum(coalesce(col("blocked_" + k), lit(0L))).as("blocked_" + k));
        }
        Dataset<Row> byAuthor = atEachDecision(grouped(mentions, col("author")), ofAuthor);
        Dataset<Row> byTerm = atEachDecision(
                grouped(byAuthor.unionByName(before.repartition(Mentions.SERIES), true)),
                ofTerm,
                max(coalesce(col("posts_before"), lit(0L))).as("posts_before"),
                max(coalesce(col("authors_before"), lit(0L))).as("authors_before"));
        Column decisions = array(IntStream.range(0, DECISIONS)
                .mapToObj(k -> decision(k, isBlockedTold ? col("blocked_" + k) : lit(0L)))
                .toArray(Column[]::new));
        return byTerm.withColumn("decision", explode(decisions))
                .filter(col("decision").isNotNull())
                .select(
                        col("width"),
                        col("window"),
                        col("scope"),
                        col("kind"),
                        col("term"),
                        col("decision.decided"),
                        col("decision.posts"),
                        col("decision.authors"),
                        col("decision.top_author_posts"),
                        col("decision.texts"),
                        col("decision.blocked_posts"));
    }

    private static List<IntFunction<Column>> with(List<IntFunction<Column>> columns, IntFunction<Column> another) {
        return Stream.concat(columns.stream(), Stream.of(another)).toList();
    }

    private static RelationalGroupedDataset grouped(Dataset<Row> rows, Column... more) {
        List<Column> keys = new ArrayList<>(List.of(TERM));
        keys.addAll(List.of(more));
        return rows.groupBy(keys.toArray(Column[]::new));
    }

    private static Dataset<Row> atEachDecision(
            RelationalGroupedDataset rows, List<IntFunction<Column>> columns, Column... once) {
        List<Column> all = Stream.concat(
                        IntStream.range(0, DECISIONS).boxed().flatMap(k -> columns.stream()
                                .map(column -> column.apply(k))),
                        Stream.of(once))
                .toList();
        return rows.agg(all.get(0), all.subList(1, all.size()).toArray(Column[]::new));
    }

    /** Returns an author's posts, none where a row is one of those before. */
    private static Column posts(int k) {
        return coalesce(col("posts_" + k), lit(0L));
    }

    private static Column counts(int k) {
        return bit("bits", k);
    }

    private static Column bit(String bits, int k) {
        return shiftright(col(bits), k).bitwiseAND(lit(1)).cast("long");
    }

    private static Column texts(int k) {
        return when(counts(k).equalTo(1L), col("text_mask")).otherwise(lit(0L));
    }

    private Column decision(int k, Column blocked) {
        Column moment = Mentions.moment(k);
        Column isDue = moment.gt(lit(interval.after())).and(moment.leq(lit(interval.through())));
        Column isNews = k == 0 ? col("authors_0").gt(0) : differs("posts_", k).or(differs("authors_", k));
        return when(
                isDue.and(isNews),
                struct(
                        moment.as("decided"),
                        col("posts_" + k).as("posts"),
                        col("authors_" + k).as("authors"),
                        col("top_" + k).as("top_author_posts"),
                        bit_count(col("texts_" + k)).as("texts"),
                        blocked.as("blocked_posts")));
    }

    private Column differs(String count, int k) {
        Column before = when(Mentions.moment(k - 1).leq(lit(interval.after())), col(count + "before"))
                .otherwise(col(count + (k - 1)));
        return col(count + k).notEqual(before);
    }
}
