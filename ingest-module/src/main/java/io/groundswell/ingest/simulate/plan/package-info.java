/** Which posts are planted into a stream, by whom and when, and what is true of them. Reads and writes no tables. */
package io.groundswell.ingest.simulate.plan;
