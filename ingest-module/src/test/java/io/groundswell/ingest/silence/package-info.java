/** Tests of silences. */
package io.groundswell.ingest.silence;
