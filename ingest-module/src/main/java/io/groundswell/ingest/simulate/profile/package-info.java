/** What is simulated, by name: streams whose plants have strengths that no seed and no number of posts changes. Reads and writes no tables. */
package io.groundswell.ingest.simulate.profile;
