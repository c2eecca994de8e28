package io.groundswell.trends.score;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.last;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.slice;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import io.groundswell.job.Transform;
import io.groundswell.trends.count.Mentions;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.functions;

/**
 * Due trend rows ({@link ScoredTrends}) with display and sample_post_ids, from the posts that count in each row: the
 * form that most of them write (of equals the smallest) and the first received of up to three distinct authors. A window
 * without posts shows the form that the trend's newest window with posts did.
 *
 * @param mentions of these rows' terms: width, window, scope, kind, term, display, source, post_id, author, first_received,
 *     valid_from, valid_to
 * @param shownBefore first decisions of gold.trends before these: scope, kind, term, width, window, decided,
 *     trend_start, display
 */
public record Faces(Dataset<Row> mentions, Dataset<Row> shownBefore) implements Transform {
    private static final int SAMPLES = 3;
    private static final String[] ROW = {"scope", "kind", "term", "width", "window", "decided"};

    @Override
    public Dataset<Row> apply(Dataset<Row> trends) {
        Dataset<Row> counted = trends.select(columns(ROW))
                .join(mentions, new String[] {"scope", "kind", "term", "width", "window"})
                .filter(col("valid_from").lt(col("decided")).and(col("decided").leq(col("valid_to"))));
        Dataset<Row> faces = trends.join(displays(counted), ROW, "left").join(samples(counted), ROW, "left");
        return carried(faces).drop("most_written", "written_before");
    }

    private static Dataset<Row> displays(Dataset<Row> counted) {
        WindowSpec mostWritten =
                Window.partitionBy(columns(ROW)).orderBy(col("times").desc(), col("display"));
        return counted.groupBy(columns(ROW, "display"))
                .agg(count(lit(1)).as("times"))
                .withColumn("place", row_number().over(mostWritten))
                .filter(col("place").equalTo(1))
                .select(columns(ROW, "display"))
                .withColumnRenamed("display", "most_written");
    }

    private static Dataset<Row> samples(Dataset<Row> counted) {
        Column firstOfAuthor = min(struct(col("first_received"), col("source"), col("post_id")));
        Column firsts = transform(
                slice(array_sort(collect_list(col("post"))), 1, SAMPLES),
                post -> concat_ws("/", post.getField("source"), post.getField("post_id")));
        return counted.groupBy(columns(ROW, "author"))
                .agg(firstOfAuthor.as("post"))
                .groupBy(columns(ROW))
                .agg(firsts.as("sample_post_ids"));
    }

    /** Looks back over first decisions alone, which are all made before those of later windows. */
    private Dataset<Row> carried(Dataset<Row> faces) {
        WindowSpec soFar = Window.partitionBy("scope", "kind", "term", "width", "trend_start")
                .orderBy("window", "decided")
                .rowsBetween(Window.unboundedPreceding(), Window.currentRow());
        Column isFirst = col("decided").equalTo(Mentions.moment(0));
        Dataset<Row> before =
                shownBefore.select(columns(ROW, "trend_start", "display")).withColumnRenamed("display", "most_written");
        return faces.withColumn("is_due", lit(true))
                .unionByName(before, true)
                .withColumn(
                        "written_before",
                        last(when(isFirst, col("most_written")), true).over(soFar))
                .filter(col("is_due"))
                .drop("is_due")
                .withColumn("display", coalesce(col("most_written"), col("written_before"), col("term")));
    }

    private static Column[] columns(String[] names, String... more) {
        return Stream.concat(Arrays.stream(names), Arrays.stream(more))
                .map(functions::col)
                .toArray(Column[]::new);
    }
}
