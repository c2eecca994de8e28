package io.groundswell.trends.score;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;

import io.groundswell.job.Transform;
import io.groundswell.model.TermCount;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What was learnt last of each term, from {@link DecidedCounts}: width, scope, kind, term, past_window, past_learned,
 * past_capped_since.
 *
 * @param terms those of which it is asked
 */
public record PastLearning(Dataset<Row> terms) implements Transform {

    @Override
    public Dataset<Row> apply(Dataset<Row> counts) {
        return counts.filter(col("learned").isNotNull().and(col("kind").notEqual(TermCount.TOTAL)))
                .join(terms, new String[] {"term"}, "left_semi")
                .groupBy("width", "scope", "kind", "term")
                .agg(
                        max(col("window")).as("past_window"),
                        max_by(col("learned"), col("window")).as("past_learned"),
                        max_by(col("capped_since"), col("window")).as("past_capped_since"));
    }
}
