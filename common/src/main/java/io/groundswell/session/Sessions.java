package io.groundswell.session;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;

/** Builds Spark sessions. */
public final class Sessions {
    /** What every job relies on, wherever it runs. */
    private static final Map<String, String> ALWAYS = Map.ofEntries(
            Map.entry("spark.app.name", "groundswell"),
            Map.entry("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension"),
            Map.entry("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog"),
            Map.entry("spark.sql.session.timeZone", "UTC"),
            Map.entry("spark.sql.parquet.compression.codec", "zstd"),
            // The older default, INT96, has no statistics that other readers use, and is slower to write.
            Map.entry("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS"),
            // What the disk has flipped in a page is an error then, not another row.
            Map.entry("spark.hadoop.parquet.page.verify-checksum.enabled", "true"),
            // A batch generates more classes than Spark's 100: it would generate and compile them anew in each.
            Map.entry("spark.sql.codegen.cache.maxEntries", "1000"),
            // What is cached is a batch that is read twice and forgotten.
            Map.entry("spark.sql.inMemoryColumnarStorage.compressed", "false"),
            // Spark asks for memory once in 16 batches of what it caches: of 10,000 posts they would be 160 MB a task.
            Map.entry("spark.sql.inMemoryColumnarStorage.batchSize", "1000"),
            Map.entry("spark.sql.streaming.metricsEnabled", "false"));

    /** What makes small batches on few cores cheap; a cluster keeps Spark's own values. */
    private static final Map<String, String> LOCAL = Map.ofEntries(
            Map.entry("spark.ui.enabled", "false"),
            Map.entry("spark.driver.host", "127.0.0.1"),
            Map.entry("spark.driver.bindAddress", "127.0.0.1"),
            Map.entry("spark.sql.shuffle.partitions", "4"),
            Map.entry("spark.default.parallelism", "2"),
            Map.entry("spark.databricks.delta.snapshotPartitions", "2"),
            Map.entry("spark.sql.sources.parallelPartitionDiscovery.parallelism", "2"),
            Map.entry(
                    "spark.sql.streaming.checkpointFileManagerClass",
                    "org.apache.spark.sql.execution.streaming.checkpointing.FileSystemBasedCheckpointFileManager"),
            Map.entry("spark.delta.logStore.file.impl", LocalLogStore.class.getName()),
            Map.entry("spark.hadoop.fs.file.impl", ForklessFileSystem.class.getName()),
            Map.entry("spark.hadoop.fs.AbstractFileSystem.file.impl", ForklessFileContext.class.getName()));

    /** Columns whose values hardly ever come twice in a file: a dictionary of them is built and thrown away. */
    private static final List<String> WITHOUT_DICTIONARY =
            List.of("payload", "text", "post_id", "version", "terms.list.element.term", "terms.list.element.display");

    private Sessions() {}

    /** Returns the session of this process, built from these settings if there is none yet. */
    public static SparkSession of(SessionSettings settings) {
        Map<String, String> conf = new TreeMap<>(ALWAYS);
        WITHOUT_DICTIONARY.forEach(column -> conf.put("spark.hadoop.parquet.enable.dictionary#" + column, "false"));
        // spark-submit says in a system property where Spark runs.
        String master = settings.master().isEmpty() ? System.getProperty("spark.master", "") : settings.master();
        if (master.startsWith("local") && !master.startsWith("local-cluster")) {
            conf.putAll(LOCAL);
        }
        conf.putAll(settings.conf());
        SparkSession.Builder builder = SparkSession.builder();
        if (!settings.master().isEmpty()) {
            builder.master(settings.master());
        }
        conf.forEach(builder::config);
        return builder.getOrCreate();
    }
}
