/** Where simulated frames go, and how fast. Writes spools and streams of lines; reads and writes no tables. */
package io.groundswell.ingest.simulate.sink;
