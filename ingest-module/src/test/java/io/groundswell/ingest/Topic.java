package io.groundswell.ingest;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A topic of a test and what sends to it. */
final class Topic implements AutoCloseable {
    private final KafkaBroker broker;
    private final String name;
    private final KafkaProducer<byte[], byte[]> producer;

    private Topic(KafkaBroker broker, String name) {
        this.broker = broker;
        this.name = name;
        Map<String, Object> properties = new HashMap<>();
        properties.put("bootstrap.servers", broker.address());
        properties.put("max.request.size", "4000000");
        properties.put("delivery.timeout.ms", "300000");
        this.producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Makes a topic. */
    static Topic of(KafkaBroker broker, String name, int partitions) throws Exception {
        try (Admin admin = broker.admin()) {
            admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1)))
                    .all()
                    .get();
        }
        return new Topic(broker, name);
    }

    String name() {
        return name;
    }

    KafkaBroker broker() {
        return broker;
    }

    /** Sends a record and waits until the broker has it. */
    void send(int partition, Instant timestamp, String value) throws Exception {
        sendLater(partition, timestamp, value).get();
    }

    /** Sends a record; a null value is one that is gone. */
    Future<RecordMetadata> sendLater(int partition, Instant timestamp, String value) {
        byte[] bytes = value == null ? null : value.getBytes(StandardCharsets.UTF_8);
        return producer.send(new ProducerRecord<>(name, partition, timestamp.toEpochMilli(), null, bytes));
    }

    /** Takes away the records before an offset, as retention does. */
    void expire(int partition, long before) throws Exception {
        try (Admin admin = broker.admin()) {
            admin.deleteRecords(Map.of(new TopicPartition(name, partition), RecordsToDelete.beforeOffset(before)))
                    .all()
                    .get();
        }
    }

    void grow(int partitions) throws Exception {
        try (Admin admin = broker.admin()) {
            admin.createPartitions(Map.of(name, NewPartitions.increaseTo(partitions)))
                    .all()
                    .get();
        }
    }

    /** Deletes the topic and makes one of the same name. */
    void makeAnew() throws Exception {
        try (Admin admin = broker.admin()) {
            admin.deleteTopics(List.of(name)).all().get();
            admin.createTopics(List.of(new NewTopic(name, 1, (short) 1))).all().get();
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
