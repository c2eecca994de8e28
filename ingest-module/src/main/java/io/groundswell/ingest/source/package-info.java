/**
 * Reads frames from files: a Spark streaming source over archives and spool folders on any Hadoop file system, and
 * the spool's envelope. Reads files, no table; writes nothing.
 */
package io.groundswell.ingest.source;
