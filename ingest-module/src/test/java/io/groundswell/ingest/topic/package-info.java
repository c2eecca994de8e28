/** Values of topics. */
package io.groundswell.ingest.topic;
