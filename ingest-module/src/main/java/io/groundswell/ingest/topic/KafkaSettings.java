package io.groundswell.ingest.topic;

import java.util.Optional;

/**
 * How Kafka is reached and read.
 *
 * @param bootstrapServers {@code kafka.bootstrap-servers}: {@code host:port}, several separated by commas
 * @param clientFile {@code kafka.client-file}: a file of Kafka's client properties, such as {@code security.protocol};
 *     secrets belong there, since settings are shown
 * @param values {@code kafka.values}: what the records' values are
 * @param maxRecordsPerBatch {@code kafka.max-records-per-batch}: of all partitions
 */
public record KafkaSettings(
        String bootstrapServers, Optional<String> clientFile, RecordValues values, long maxRecordsPerBatch) {
    public static final KafkaSettings DEFAULT =
            new KafkaSettings("localhost:9092", Optional.empty(), RecordValues.FRAMES, 50_000);

    public KafkaSettings {
        if (bootstrapServers.isBlank()) {
            throw new IllegalArgumentException("kafka.bootstrap-servers must name a broker as host:port, was empty");
        }
        if (maxRecordsPerBatch < 1) {
            throw new IllegalArgumentException("kafka.max-records-per-batch must be >= 1, was " + maxRecordsPerBatch);
        }
    }
}
