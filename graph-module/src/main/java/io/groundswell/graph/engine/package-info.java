/**
 * PageRank and communities of a weighted graph. GraphX is deprecated upstream, so that one class alone sees it:
 * {@link io.groundswell.graph.engine.GraphXEngine}. No tables are read or written here.
 */
package io.groundswell.graph.engine;
