package io.groundswell.ingest.topic;

import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.connector.catalog.SupportsRead;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.connector.catalog.TableProvider;
import org.apache.spark.sql.connector.expressions.Transform;
import org.apache.spark.sql.connector.metric.CustomMetric;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.connector.read.streaming.MicroBatchStream;
import org.apache.spark.sql.kafka010.KafkaSourceProvider;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/**
 * Spark's Kafka source, less the metrics of its progress: in Spark 4.1.0 they end a query that begins by repeating a
 * batch, as it does where a run was killed. Used by its class name, with the options of Spark's.
 */
public final class KafkaWithoutMetrics implements TableProvider {
    private final TableProvider kafka = new KafkaSourceProvider();

    /** Called by Spark through reflection. */
    public KafkaWithoutMetrics() {}

    @Override
    public StructType inferSchema(CaseInsensitiveStringMap options) {
        return kafka.inferSchema(options);
    }

    @Override
    public Table getTable(StructType schema, Transform[] partitioning, Map<String, String> properties) {
        return new Topics((SupportsRead) kafka.getTable(schema, partitioning, properties));
    }

    private record Topics(SupportsRead table) implements Table, SupportsRead {
        @Override
        public String name() {
            return table.name();
        }

        @Override
        @SuppressWarnings("deprecation") // Spark still asks for it where a source is not in a catalogue.
        public StructType schema() {
            return table.schema();
        }

        @Override
        public Set<TableCapability> capabilities() {
            return Set.of(TableCapability.MICRO_BATCH_READ);
        }

        @Override
        public ScanBuilder newScanBuilder(CaseInsensitiveStringMap options) {
            return () -> new TopicsScan(table.newScanBuilder(options).build());
        }
    }

    private record TopicsScan(Scan scan) implements Scan {
        @Override
        public StructType readSchema() {
            return scan.readSchema();
        }

        @Override
        public String description() {
            return scan.description();
        }

        /** Counts of tasks: other metrics than those of the progress, and readers give them whether asked or not. */
        @Override
        public CustomMetric[] supportedCustomMetrics() {
            return scan.supportedCustomMetrics();
        }

        @Override
        public MicroBatchStream toMicroBatchStream(String checkpoint) {
            return new UnmeasuredStream(scan.toMicroBatchStream(checkpoint));
        }
    }
}
