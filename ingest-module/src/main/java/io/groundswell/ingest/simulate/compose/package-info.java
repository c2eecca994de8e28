/** Writes the texts of simulated posts: what is said, repeated, answered and tagged. Reads and writes no tables. */
package io.groundswell.ingest.simulate.compose;
