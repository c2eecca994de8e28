/** Hashtags as vertices: their ids in a graph, and the rows of gold.hashtags. No tables are read or written here. */
package io.groundswell.graph.centrality;
