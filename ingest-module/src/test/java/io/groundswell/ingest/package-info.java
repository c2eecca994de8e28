/** Ingest on real files and real Delta tables. */
package io.groundswell.ingest;
