/** How simulated posts look on the wire of a feed: one {@code WireFormat} a feed. Reads and writes no tables. */
package io.groundswell.ingest.simulate.wire;
