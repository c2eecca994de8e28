/** The made language of the simulator: words, topics, hashtags and authors, all drawn from a seed. Reads and writes no tables. */
package io.groundswell.ingest.simulate.language;
