package io.groundswell.graph;

import io.groundswell.graph.centrality.HashtagNodes;
import io.groundswell.graph.centrality.NumberedEdges;
import io.groundswell.graph.centrality.TagIds;
import io.groundswell.graph.community.Communities;
import io.groundswell.graph.community.NumberedCommunities;
import io.groundswell.graph.cooccurrence.Backbone;
import io.groundswell.graph.cooccurrence.CoOccurrences;
import io.groundswell.graph.cooccurrence.Displays;
import io.groundswell.graph.cooccurrence.SignificantEdges;
import io.groundswell.graph.cooccurrence.Strengths;
import io.groundswell.graph.cooccurrence.TagSupports;
import io.groundswell.graph.engine.GraphEngine;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The graphs of some windows, as rows of the three tables.
 *
 * <p>What is used more than once is a local checkpoint, not a cache: its plan is cut off, while a cached one is still
 * analysed with all that came before it in every query, which cost more than the rows. Spark frees it once it is out of
 * use.
 *
 * @param edges rows of gold.hashtag_edges
 * @param nodes rows of gold.hashtags
 * @param communities rows of gold.communities
 */
record WindowGraphs(Dataset<Row> edges, Dataset<Row> nodes, Dataset<Row> communities) {

    /** Builds the graphs of {@code io.groundswell.graph.cooccurrence.TaggedPosts}, all windows in one pass. */
    static WindowGraphs of(Dataset<Row> tagged, GraphSettings settings, GraphEngine engine) {
        Dataset<Row> tags =
                tagged.transform(new TagSupports(settings.minSupport())::apply).localCheckpoint();
        Dataset<Row> significant = tagged.transform(new CoOccurrences(tags, settings.minSupport())::apply)
                .transform(new SignificantEdges(settings.maxFalseDiscovery())::apply)
                .localCheckpoint();
        Dataset<Row> edges = significant
                .transform(new Backbone(settings.width(), settings.backboneLevel())::apply)
                .localCheckpoint();
        Dataset<Row> ids = edges.transform(new TagIds(settings.width())::apply).localCheckpoint();
        Dataset<Row> analysed = engine.analyse(edges.transform(new NumberedEdges(ids)::apply));
        Dataset<Row> labelled = ids.join(analysed.withColumnRenamed("community", "label"), "id");
        Dataset<Row> numbers = labelled.transform(new NumberedCommunities()::apply);
        Dataset<Row> nodes = labelled.join(numbers, new String[] {"window_start", "label"})
                .transform(new HashtagNodes(
                        tags,
                        tagged.transform(new Displays()::apply),
                        edges.transform(new Strengths()::apply),
                        settings.width())::apply)
                .localCheckpoint();
        analysed.unpersist();
        return new WindowGraphs(
                edges, nodes, nodes.transform(new Communities(edges)::apply).localCheckpoint());
    }
}
