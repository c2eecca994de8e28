package io.groundswell.app.finding;

import static org.apache.spark.sql.functions.col;

import io.groundswell.table.Catalogue;
import io.groundswell.table.Lake;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Reads the communities of the window that has the most hashtags in communities. */
public record CommunityFindings(Lake lake) {

    public List<CommunityFinding> read(SparkSession spark, int limit) {
        Dataset<Row> communities = lake.table(Catalogue.COMMUNITIES).read(spark);
        List<Row> fullest = communities
                .groupBy("window_start", "window_width")
                .sum("size")
                .orderBy(col("sum(size)").desc(), col("window_start").desc())
                .limit(1)
                .collectAsList();
        if (fullest.isEmpty()) {
            return List.of();
        }
        return communities
                .where(col("window_start").equalTo(fullest.get(0).getTimestamp(0)))
                .where(col("window_width").equalTo(fullest.get(0).getInt(1)))
                .orderBy("community")
                .limit(limit)
                .collectAsList()
                .stream()
                .map(CommunityFindings::finding)
                .toList();
    }

    private static CommunityFinding finding(Row row) {
        return new CommunityFinding(
                GraphWindow.of(row),
                row.<Integer>getAs("community"),
                row.<Integer>getAs("size"),
                row.getList(row.fieldIndex("top_tags")),
                row.<Double>getAs("density"),
                row.<Double>getAs("modularity"));
    }
}
