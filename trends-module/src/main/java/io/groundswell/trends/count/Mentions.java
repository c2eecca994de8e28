package io.groundswell.trends.count;

import static org.apache.spark.sql.functions.arrays_zip;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import io.groundswell.job.Transform;
import io.groundswell.model.Term;
import io.groundswell.model.TermCount;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Each term of each post version in each window with a decision in an interval: width (seconds), window (start in
 * microseconds), scope, kind, term, author, text_mask and bits, whose bit k says that it counts at decision k. Where the
 * versions say what is blocked, bit k of blocked_bits says that it would count then but for a rule.
 *
 * @param ofPosts whether the one thing mentioned is the scope as a whole, so that its posts are counted
 */
public record Mentions(Windows windows, Interval interval, boolean ofPosts) implements Transform {
    static final String BLOCKED_BITS = "blocked_bits";

    @Override
    public Dataset<Row> apply(Dataset<Row> versions) {
        Dataset<Row> placed = versions.transform(windows::apply)
                .withColumn("bits", bits())
                .filter(isDue().and(col("bits").notEqual(0)));
        return ofPosts ? total(placed) : terms(placed);
    }

    private static Dataset<Row> total(Dataset<Row> placed) {
        return mentions(placed, lit(TermCount.TOTAL), lit(""));
    }

    private static Dataset<Row> terms(Dataset<Row> placed) {
        Dataset<Row> exploded = placed.withColumn("mentioned", explode(arrays_zip(col("kinds"), col("names"))))
                .filter(col("mentioned.kinds").isin(Term.HASHTAG, Term.WORD, Term.PHRASE));
        return mentions(exploded, col("mentioned.kinds"), col("mentioned.names"));
    }

    private static Dataset<Row> mentions(Dataset<Row> placed, Column kind, Column term) {
        boolean isBlockedTold = PostVersions.tellBlocked(placed);
        List<Column> mention = new ArrayList<>(List.of(
                col("width"),
                col("window"),
                col("scope"),
                kind.as("kind"),
                term.as("term"),
                col("author"),
                col("text_mask"),
                isBlockedTold ? bitsWhere(not(col(PostVersions.IS_BLOCKED))).as("bits") : col("bits")));
        if (isBlockedTold) {
            mention.add(bitsWhere(col(PostVersions.IS_BLOCKED)).as(BLOCKED_BITS));
        }
        return placed.select(mention.toArray(Column[]::new));
    }

    private static Column bitsWhere(Column condition) {
        return when(condition, col("bits")).otherwise(lit(0));
    }

    private Column bits() {
        return IntStream.range(0, Decisions.DELAYS.size())
                .mapToObj(k ->
                        when(isDecided(k).and(isValid(moment(k))), lit(1 << k)).otherwise(lit(0)))
                .reduce(lit(0), Column::bitwiseOR);
    }

    private Column isDue() {
        return IntStream.range(0, Decisions.DELAYS.size())
                .mapToObj(k -> isDecided(k).and(moment(k).gt(lit(interval.after()))))
                .reduce(lit(false), Column::or);
    }

    private Column isDecided(int k) {
        return moment(k).leq(lit(interval.through()));
    }

    static Column isValid(Column moment) {
        return col("valid_from").lt(moment).and(moment.leq(col("valid_to")));
    }

    /** Returns the moment of the {@code k}-th decision of the window in the columns window and width. */
    public static Column moment(int k) {
        return col("window").plus(col("width").multiply(lit(1_000_000L))).plus(lit(Decisions.DELAYS.get(k)));
    }
}
