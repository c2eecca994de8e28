/**
 * The simulator: a seeded stream of posts with planted trends, topics, communities and faults, and the truth beside it.
 * Writes spools and files of lines; reads and writes no tables.
 */
package io.groundswell.ingest.simulate;
