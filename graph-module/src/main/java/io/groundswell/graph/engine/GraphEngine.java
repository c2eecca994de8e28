package io.groundswell.graph.engine;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Ranks the vertices of weighted, undirected graphs and finds their communities.
 *
 * <p>Several graphs are handled at once, as parts that no edge joins: the upper 32 bits of a vertex id name its part.
 * A part's result does not depend on which other parts are there.
 */
public interface GraphEngine {

    /** Returns what ops.runs calls the engine. */
    String name();

    /**
     * Returns {@code id BIGINT, pagerank DOUBLE, community BIGINT} for each vertex that has an edge. The ranks of a part
     * add up to 1; a community is named by the id of one of its vertices. The rows are cached: the caller frees them.
     *
     * @param edges {@code a BIGINT, b BIGINT, weight DOUBLE}, each pair of different vertices at most once and in one
     *     direction, weights above 0 and up to 1
     */
    Dataset<Row> analyse(Dataset<Row> edges);
}
