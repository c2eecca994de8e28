package io.groundswell.app.why;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;

import io.groundswell.app.why.Card.Sample;
import io.groundswell.table.Catalogue;
import io.groundswell.table.Lake;
import io.groundswell.table.Micros;
import io.groundswell.table.Table;
import io.groundswell.trends.count.Decisions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * What posts of a window say now, as silver.posts has them: of a deleted one nothing.
 *
 * @param window its start in microseconds
 * @param width in seconds
 */
record SettledTexts(Lake lake, long window, int width) {

    /** @param ids as source/post_id */
    List<Sample> of(SparkSession spark, List<String> ids) {
        Map<String, String> texts = new HashMap<>();
        Table posts = lake.table(Catalogue.POSTS);
        if (!ids.isEmpty() && posts.exists(spark)) {
            // By the time they were written, so that few files are read.
            List<Row> rows = posts.read(spark)
                    .where(col("created_at").geq(lit(Micros.instant(window))))
                    .where(col("created_at").lt(lit(Micros.instant(window + Decisions.widthMicros(width)))))
                    .select(concat_ws("/", col("source"), col("post_id")).as("id"), col("text"))
                    .where(col("id").isin(ids.toArray()))
                    .collectAsList();
            rows.forEach(row -> texts.put(row.getString(0), row.getString(1)));
        }
        return ids.stream().map(id -> new Sample(id, texts.get(id))).toList();
    }
}
