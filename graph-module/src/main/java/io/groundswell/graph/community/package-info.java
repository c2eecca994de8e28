/** Communities of hashtags: their numbers and the rows of gold.communities. No tables are read or written here. */
package io.groundswell.graph.community;
