package io.groundswell.trends.score;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;

import io.groundswell.job.Transform;
import io.groundswell.model.TermCount;
import io.groundswell.trends.count.Interval;
import io.groundswell.trends.rule.Watches;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.types.DataTypes;

/**
 * The few series of gold.term_counts that an interval may alarm: width, scope, kind, term. All others need no score.
 *
 * @param minAuthors authors below which no count alarms of a term that nobody watches
 * @param watches in force at some of the interval's moments
 */
public record Candidates(Interval interval, int minAuthors, Watches watches) implements Transform {

    @Override
    public Dataset<Row> apply(Dataset<Row> counts) {
        return counts.filter(interval.has(col("decided_at")))
                .filter(isLargeEnough().and(col("kind").notEqual(TermCount.TOTAL)))
                .select(col("window_width").as("width"), col("scope"), col("kind"), col("term"))
                .distinct();
    }

    private Column isLargeEnough() {
        Column authors = col("authors");
        int leastOfAny = watches.leastAuthors(minAuthors);
        if (leastOfAny == minAuthors) {
            return authors.geq(lit(minAuthors));
        }
        Watches its = watches; // all that the function takes along
        int ofOthers = minAuthors;
        UDF2<String, String, Integer> least = (kind, term) -> its.leastAuthors(kind, term, ofOthers);
        Column itsOwn = udf(least, DataTypes.IntegerType).apply(col("kind"), col("term"));
        // The files' statistics know of the first, and most rows that pass it need not be asked.
        return authors.geq(lit(leastOfAny)).and(authors.geq(lit(minAuthors)).or(authors.geq(itsOwn)));
    }
}
