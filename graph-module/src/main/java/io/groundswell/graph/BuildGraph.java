package io.groundswell.graph;

import static org.apache.spark.sql.functions.col;

import io.groundswell.graph.cooccurrence.TaggedPosts;
import io.groundswell.graph.engine.GraphEngine;
import io.groundswell.graph.engine.GraphXEngine;
import io.groundswell.job.Job;
import io.groundswell.job.Outcome;
import io.groundswell.table.Catalogue;
import io.groundswell.table.Lake;
import io.groundswell.table.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/**
 * Builds the graph of hashtags that stand together in posts, a graph a window, of silver.posts.
 *
 * <p>A run builds the windows whose posts have changed since they were built, and replaces their rows in
 * gold.hashtag_edges, gold.hashtags and gold.communities; where settings have changed, those of all windows. A window
 * whose posts have gone loses its rows. Only hashtags with a significant edge are in the graph. The same posts give the
 * same rows to the last bit, however they are partitioned and whichever windows are built with them.
 *
 * <p>Counts of a run: {@code tags}, {@code edges} and {@code communities} that it wrote, {@code windows} that it built.
 */
public record BuildGraph(Lake lake, GraphSettings settings) implements Job {

    @Override
    public String name() {
        return "build-graph";
    }

    @Override
    public List<Table> reads() {
        return List.of(lake.table(Catalogue.POSTS));
    }

    @Override
    public List<Table> writes() {
        return List.of(
                lake.table(Catalogue.HASHTAG_EDGES), lake.table(Catalogue.HASHTAGS), lake.table(Catalogue.COMMUNITIES));
    }

    @Override
    public Outcome run(SparkSession spark) {
        GraphEngine engine =
                new GraphXEngine(settings.damping(), spark.sparkContext().defaultParallelism());
        // Cached, so that what is counted twice is counted of the same posts, whatever is merged meanwhile.
        Dataset<Row> tagged = lake.table(Catalogue.POSTS)
                .read(spark)
                .transform(new TaggedPosts(settings.width(), settings.maxTagsPerPost())::apply)
                .persist();
        try {
            BuildPlan plan = BuildPlan.of(
                    settings,
                    BuiltWindows.of(spark, lake.table(Catalogue.COMMUNITIES), settings),
                    tagged.transform(new WindowPrints()::apply).collectAsList());
            return new Outcome(engine.name(), plan.isDone() ? counts(0, 0, 0, 0) : build(tagged, plan, engine));
        } finally {
            tagged.unpersist();
        }
    }

    private Map<String, Long> build(Dataset<Row> tagged, BuildPlan plan, GraphEngine engine) {
        Dataset<Row> stale =
                tagged.where(col("window_start").isin(plan.windows().toArray()));
        WindowGraphs graphs = WindowGraphs.of(stale, settings, engine);
        lake.table(Catalogue.HASHTAG_EDGES).replaceWhere(graphs.edges(), plan.condition());
        lake.table(Catalogue.HASHTAGS).replaceWhere(graphs.nodes(), plan.condition());
        replaceLast(graphs.communities(), plan);
        return counts(
                graphs.nodes().count(),
                graphs.edges().count(),
                graphs.communities().count(),
                plan.windows().size());
    }

    /** Writes the last table of a run, with the note of what is built now. */
    private void replaceLast(Dataset<Row> communities, BuildPlan plan) {
        communities
                .write()
                .format("delta")
                .mode(SaveMode.Overwrite)
                .option("replaceWhere", plan.condition())
                .option("userMetadata", plan.built().note())
                .save(lake.table(Catalogue.COMMUNITIES).path());
    }

    private static Map<String, Long> counts(long tags, long edges, long communities, long windows) {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("tags", tags);
        counts.put("edges", edges);
        counts.put("communities", communities);
        counts.put("windows", windows);
        return counts;
    }
}
