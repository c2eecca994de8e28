package io.groundswell.trends.count;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;

import io.groundswell.job.Transform;
import io.groundswell.trends.rule.Blocks;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Rows of {@link PostVersions} with {@code stretches} (the {@link #column}), each once for every stretch of decisions in
 * which it is blocked or free: {@code valid_from} and {@code valid_to} are those of the stretch, {@code is_blocked} says
 * which. Where nothing is ruled the rows stay as they are, and nothing is computed.
 */
record BlockedStretches(Blocks blocks) implements Transform {
    static final String COLUMN = "stretches";

    private static final ArrayType TYPE = DataTypes.createArrayType(
            new StructType()
                    .add("after", DataTypes.LongType, false)
                    .add("through", DataTypes.LongType, false)
                    .add("is_blocked", DataTypes.BooleanType, false),
            false);
    private static final Set<String> REPLACED = Set.of("valid_from", "valid_to", COLUMN, "stretch");

    /** Returns the stretches of a change, from its columns source, author_id and text; null where no rule touches it. */
    Column column() {
        if (blocks.isEmpty()) {
            return lit(null).cast(TYPE);
        }
        // RE2 in Java: Spark's own expressions can run away, and a literal would show what is ruled in every plan.
        return udf(new Found(blocks), TYPE).apply(col("source"), col("author_id"), col("text"));
    }

    @Override
    public Dataset<Row> apply(Dataset<Row> versions) {
        if (blocks.isEmpty()) {
            return versions.drop(COLUMN); // Spark then never makes it
        }
        Column always = array(struct(
                lit(Long.MIN_VALUE).as("after"),
                lit(Long.MAX_VALUE).as("through"),
                lit(false).as("is_blocked")));
        Dataset<Row> stretched = versions.withColumn("stretch", explode(coalesce(col(COLUMN), always)));
        Column[] kept = Arrays.stream(stretched.columns())
                .filter(column -> !REPLACED.contains(column))
                .map(functions::col)
                .toArray(Column[]::new);
        Column[] cut = {
            greatest(col("valid_from"), col("stretch.after")).as("valid_from"),
            least(col("valid_to"), col("stretch.through")).as("valid_to"),
            col("stretch.is_blocked").as(PostVersions.IS_BLOCKED)
        };
        return stretched
                .select(Stream.concat(Arrays.stream(kept), Arrays.stream(cut)).toArray(Column[]::new))
                .filter(col("valid_from").lt(col("valid_to")));
    }

    /** From (source, author_id, text), the last two of which may be null. */
    private record Found(Blocks blocks) implements UDF3<String, String, String, List<Row>> {
        @Override
        public List<Row> call(String source, String author, String text) {
            List<Row> stretches = blocks.of(source, author, text).stream()
                    .map(stretch -> RowFactory.create(stretch.after(), stretch.through(), stretch.isBlocked()))
                    .toList();
            return stretches.isEmpty() ? null : stretches;
        }
    }
}
