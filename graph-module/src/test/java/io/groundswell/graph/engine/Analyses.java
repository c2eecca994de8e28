package io.groundswell.graph.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.graph.engine.Graphs.Link;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Graphs as the engine sees them. */
final class Analyses {
    private static final GraphEngine ENGINE = new GraphXEngine(0.85, 2);

    private Analyses() {}

    /** What the engine said of a vertex. */
    record Found(double rank, long community) {}

    static Map<Long, Found> analyse(SparkSession spark, List<Link> links) {
        return analyse(spark, links, ENGINE);
    }

    static Map<Long, Found> analyse(SparkSession spark, List<Link> links, GraphEngine engine) {
        Dataset<Row> result = engine.analyse(Graphs.rows(spark, links));
        Map<Long, Found> found = new TreeMap<>();
        result.collectAsList().forEach(row -> found.put(row.getLong(0), new Found(row.getDouble(1), row.getLong(2))));
        result.unpersist();
        assertThat(found.keySet())
                .isEqualTo(new HashSet<>(
                        Arrays.stream(Graphs.vertices(links)).boxed().toList()));
        return found;
    }

    static Map<Long, Long> communities(Map<Long, Found> found) {
        Map<Long, Long> communities = new TreeMap<>();
        found.forEach((vertex, what) -> communities.put(vertex, what.community()));
        return communities;
    }
}
