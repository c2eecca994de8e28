/** From posts to the significant edges between hashtags: counts, tests, weights and the backbone. No tables. */
package io.groundswell.graph.cooccurrence;
