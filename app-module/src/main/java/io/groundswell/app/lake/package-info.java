/** Small reads of Delta tables with Delta Kernel, for the commands that answer before a Spark session has started. */
package io.groundswell.app.lake;
