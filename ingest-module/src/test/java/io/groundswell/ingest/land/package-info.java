/** Tests of the package of the same name. */
package io.groundswell.ingest.land;
