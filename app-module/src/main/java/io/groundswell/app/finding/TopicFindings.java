package io.groundswell.app.finding;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;

import io.groundswell.model.ModelVersion;
import io.groundswell.table.Catalogue;
import io.groundswell.table.Lake;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Reads the topics of a model version, those of the most posts first. */
public record TopicFindings(Lake lake) {
    private static final int WORDS = 10;

    public List<TopicFinding> read(SparkSession spark, ModelVersion model) {
        Dataset<Row> topics = lake.table(Catalogue.TOPICS)
                .read(spark)
                .where(col("model_version")
                        .equalTo(model.version())
                        .and(col("rank").lt(WORDS)))
                .groupBy("topic")
                .agg(
                        first("label").as("label"),
                        first("coherence").as("coherence"),
                        array_sort(collect_list(struct("rank", "term")))
                                .getField("term")
                                .as("words"));
        Dataset<Row> sizes = lake.table(Catalogue.POST_TOPICS)
                .read(spark)
                .where(col("model_version").equalTo(model.version()))
                .groupBy("topic")
                .agg(count(lit(1)).as("posts"));
        return topics
                .join(sizes, topics.col("topic").equalTo(sizes.col("topic")), "left")
                .select(
                        topics.col("topic"),
                        col("label"),
                        col("coherence"),
                        col("words"),
                        coalesce(col("posts"), lit(0L)).as("posts"))
                .orderBy(col("posts").desc(), col("topic"))
                .collectAsList()
                .stream()
                .map(row -> new TopicFinding(
                        row.getInt(0), row.getString(1), row.getDouble(2), row.getList(3), row.getLong(4)))
                .toList();
    }
}
