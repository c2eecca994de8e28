/** The one place that builds a SparkSession, with every Spark setting that Groundswell relies on. */
package io.groundswell.session;
