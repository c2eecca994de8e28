package io.groundswell.ingest.topic;

import io.groundswell.job.PlatformException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Says where a topic's partitions begin and end, and what stands at a position. For one thread at a time. */
final class TopicClient implements AutoCloseable {
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final long PATIENCE_NANOS = Duration.ofMinutes(2).toNanos();

    /** What belongs to a transaction that was given up is no record: neither here nor in the query. */
    static final String ISOLATION = "read_committed";

    private final TopicAddress address;
    private final KafkaConsumer<byte[], byte[]> consumer;

    TopicClient(KafkaSettings settings, TopicAddress address) {
        this.address = address;
        Map<String, Object> properties = new HashMap<>(ClientProperties.of(settings));
        properties.put("allow.auto.create.topics", "false");
        properties.put("auto.offset.reset", "earliest");
        properties.put("enable.auto.commit", "false");
        properties.put("isolation.level", ISOLATION);
        properties.put("max.poll.records", "1"); // the first of each partition is all that is looked at
        this.consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Returns each partition's first offset that the broker still has. */
    SortedMap<Integer, Long> beginnings() {
        return told(() -> byPartition(consumer.beginningOffsets(partitions())));
    }

    /** Returns each partition's end: the offset that its next record will have. */
    SortedMap<Integer, Long> ends() {
        return told(() -> byPartition(consumer.endOffsets(partitions())));
    }

    /**
     * Returns the least of the stamps of the next records, one of each partition.
     *
     * @param from where each partition's next record is looked for; where that lies before its beginning, there
     * @param stamp of a record; records that have none are passed over
     */
    OptionalLong oldest(Map<Integer, Long> from, Function<ConsumerRecord<byte[], byte[]>, OptionalLong> stamp) {
        return told(() -> oldestOf(from, ends(), stamp));
    }

    private OptionalLong oldestOf(
            Map<Integer, Long> from,
            Map<Integer, Long> ends,
            Function<ConsumerRecord<byte[], byte[]>, OptionalLong> stamp) {
        Map<TopicPartition, Long> open = new HashMap<>();
        from.forEach((partition, position) -> {
            if (position < ends.getOrDefault(partition, 0L)) {
                open.put(partition(partition), ends.get(partition));
            }
        });
        consumer.assign(open.keySet());
        consumer.resume(open.keySet()); // as an earlier question may have left them paused
        open.keySet().forEach(partition -> consumer.seek(partition, from.get(partition.partition())));
        OptionalLong oldest = OptionalLong.empty();
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (!open.isEmpty()) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                OptionalLong found = stamp.apply(record);
                if (found.isPresent()) {
                    oldest = OptionalLong.of(Math.min(found.getAsLong(), oldest.orElse(Long.MAX_VALUE)));
                    open.remove(partition(record.partition()));
                }
            }
            // What is left of a partition may be no records, but marks of transactions.
            open.entrySet().removeIf(partition -> consumer.position(partition.getKey()) >= partition.getValue());
            consumer.pause(consumer.assignment().stream()
                    .filter(partition -> !open.containsKey(partition))
                    .toList());
            if (System.nanoTime() > deadline) {
                throw unreachable(address, null);
            }
        }
        return oldest;
    }

    @Override
    public void close() {
        consumer.close(Duration.ZERO);
    }

    private List<TopicPartition> partitions() {
        List<TopicPartition> partitions = new ArrayList<>();
        consumer.partitionsFor(address.topic()).forEach(info -> partitions.add(partition(info.partition())));
        return partitions;
    }

    private TopicPartition partition(int number) {
        return new TopicPartition(address.topic(), number);
    }

    private static SortedMap<Integer, Long> byPartition(Map<TopicPartition, Long> offsets) {
        SortedMap<Integer, Long> byPartition = new TreeMap<>();
        offsets.forEach((partition, offset) -> byPartition.put(partition.partition(), offset));
        return byPartition;
    }

    private <T> T told(Supplier<T> question) {
        try {
            return question.get();
        } catch (InterruptException e) {
            InterruptedIOException stopped = new InterruptedIOException("A question to Kafka was interrupted");
            stopped.initCause(e);
            throw new UncheckedIOException(stopped); // as which Spark knows the stopping of a query
        } catch (RetriableException e) {
            throw unreachable(address, e);
        }
    }

    static PlatformException unreachable(TopicAddress address, Throwable cause) {
        return PlatformException.tryAgain(
                "The brokers of topic %s don't answer in time: start them or look at kafka.bootstrap-servers, then try again."
                        .formatted(address.topic()),
                cause);
    }
}
