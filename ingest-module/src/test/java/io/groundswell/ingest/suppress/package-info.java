/** Tests of the list of what must not come back. */
package io.groundswell.ingest.suppress;
