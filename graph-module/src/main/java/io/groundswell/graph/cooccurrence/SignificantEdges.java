package io.groundswell.graph.cooccurrence;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.log;
import static org.apache.spark.sql.functions.log10;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import io.groundswell.job.Transform;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF4;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataTypes;

/**
 * The pairs that stand together more often than chance lets them: {@link CoOccurrences} become
 * {@code window_start, tag_a, tag_b, support, significance, npmi, salton}.
 *
 * <p>Per window, pairs above their expectation are ordered by the p-value of their G² test, and those are kept up to the
 * last whose p is at most {@code rank / tests × maxFalseDiscovery} (Y. Benjamini and Y. Hochberg, Controlling the False
 * Discovery Rate, J. R. Statist. Soc. B 57(1), 1995).
 * NPMI is {@code ln(n n_ab / (n_a n_b)) / −ln(n_ab / n)} (G. Bouma, Normalized
 * (Pointwise) Mutual Information in Collocation Extraction, GSCL 2009); Salton's cosine is {@code n_ab / √(n_a n_b)}.
 */
public record SignificantEdges(double maxFalseDiscovery) implements Transform {
    /** A function of our own, since Spark has no error function. Its arguments are never null. */
    private static final UserDefinedFunction SIGNIFICANCE =
            udf((UDF4<Long, Long, Long, Long, Double>) Association::significance, DataTypes.DoubleType);

    @Override
    public Dataset<Row> apply(Dataset<Row> pairs) {
        Column product = col("support_a").cast("double").multiply(col("support_b"));
        Column joint = col("support").cast("double").multiply(col("total"));
        Column together = col("support").divide(col("total"));
        Dataset<Row> tested = pairs.where(joint.gt(product))
                .select(
                        col("window_start"),
                        col("tag_a"),
                        col("tag_b"),
                        col("support"),
                        SIGNIFICANCE
                                .apply(col("total"), col("support_a"), col("support_b"), col("support"))
                                .as("significance"),
                        log(joint.divide(product)).divide(negate(log(together))).as("npmi"),
                        col("support").divide(sqrt(product)).as("salton"),
                        col("tests"));
        Column rank = row_number()
                .over(Window.partitionBy("window_start")
                        .orderBy(col("significance").desc()));
        Column passes = negate(col("significance"))
                .leq(log10(rank).minus(log10(col("tests"))).plus(Math.log10(maxFalseDiscovery)));
        Column least = min(when(col("passes"), col("significance"))).over(Window.partitionBy("window_start"));
        return tested.select(col("*"), passes.as("passes"))
                .select(col("*"), least.as("least"))
                .where(col("significance").geq(col("least")))
                .select("window_start", "tag_a", "tag_b", "support", "significance", "npmi", "salton");
    }
}
