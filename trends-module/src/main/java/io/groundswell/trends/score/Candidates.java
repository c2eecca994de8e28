package io.groundswell.trends.score;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.groundswell.job.Transform;
import io.groundswell.model.TermCount;
import io.groundswell.trends.count.Interval;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The few series of gold.term_counts that an interval may alarm: width, scope, kind, term. All others need no score.
 *
 * @param minAuthors authors below which no count alarms
 */
public record Candidates(Interval interval, int minAuthors) implements Transform {

    @Override
    public Dataset<Row> apply(Dataset<Row> counts) {
        return counts.filter(interval.has(col("decided_at")))
                .filter(col("authors").geq(lit(minAuthors)).and(col("kind").notEqual(TermCount.TOTAL)))
                .select(col("window_width").as("width"), col("scope"), col("kind"), col("term"))
                .distinct();
    }
}
