package io.groundswell.trends;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import io.groundswell.model.PostChange;
import io.groundswell.table.Schemas;
import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** A day of posts whose words have constant rates: what they say depends on their number alone. */
final class SyntheticDay {
    private SyntheticDay() {}

    /**
     * Returns posts evenly spread over 2026-03-01, received 0 to 8 seconds after they were created.
     *
     * @param words of each post, drawn from 20,000 with a long tail
     */
    static Dataset<Row> posts(SparkSession spark, long posts, int words) {
        Dataset<Row> drawn = spark.range(posts)
                .select(
                        col("id"),
                        expr("timestamp_micros(1772323200000000L + id * (86400000000L div " + posts + "))")
                                .as("created_at"),
                        expr("pmod(xxhash64(id, 'late'), 8000000)").as("late"),
                        expr("pmod(xxhash64(id, 'author'), " + Math.max(10, posts / 4) + ")")
                                .as("author"),
                        expr(("transform(sequence(1, %d), i -> named_struct('kind', if(i %% 8 = 0, 'hashtag', 'word'),"
                                                + " 'term', concat('w', cast(exp(pmod(xxhash64(id, i), 1000000) / 1e6"
                                                + " * ln(20000)) as int)), 'display', concat('W', i)))")
                                        .formatted(words))
                                .as("drawn"))
                .withColumn(
                        "terms",
                        expr("array_distinct(transform(drawn, t -> named_struct('kind', t.kind, 'term',"
                                + " t.term, 'display', t.term)))"));
        Dataset<Row> rows = drawn.select(
                expr("'created'").as("op"),
                expr("'x'").as("source"),
                expr("cast(id as string)").as("post_id"),
                expr("cast(id as string)").as("version"),
                expr("cast(author as string)").as("author_id"),
                col("created_at"),
                expr("timestamp_micros(unix_micros(created_at) + late)").as("received_at"),
                expr("'gateway'").as("clock"),
                expr("late div 1000").as("late_by"),
                expr("false").as("is_clamped"),
                expr("'en'").as("language"),
                expr("concat('text ', id)").as("text"),
                col("terms"),
                expr("cast(array() as array<string>)").as("mentions"),
                expr("cast(array() as array<string>)").as("links"),
                expr("'post'").as("kind"),
                expr("named_struct('lane', 'synthetic', 'offset', id)").as("position"),
                expr("1").as("parser_version"),
                expr("1").as("extractor_version"));
        return rows.select(Arrays.stream(Schemas.of(PostChange.class).fieldNames())
                .map(functions::col)
                .toArray(Column[]::new));
    }
}
