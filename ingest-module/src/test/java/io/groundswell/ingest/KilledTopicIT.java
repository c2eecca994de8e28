package io.groundswell.ingest;

import static io.groundswell.ingest.XFrames.NOON;
import static io.groundswell.ingest.XFrames.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.table.Catalogue;
import io.groundswell.testing.SparkTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** As many kills of the consumer, and as many of the broker, as {@code -Dgroundswell.kafka.kills} says. */
@Tag("slow")
@ExtendWith(SparkTest.class)
class KilledTopicIT {
    private static final int KILLS = Integer.getInteger("groundswell.kafka.kills", 1);

    /** The places between the commits of a batch, in turn. */
    private static final List<String> POINTS =
            List.of("rejected.afterCommit", "changes.afterCommit", "bronze.afterCommit", "ingest.beforeBronze");

    private static final int KILLED = 137;
    private static final int PARTITIONS = 3;
    private static final Duration BETWEEN_RECORDS = Duration.ofMillis(20);

    @TempDir
    private Path folder;

    private final List<Future<RecordMetadata>> sent = new ArrayList<>();

    @Test
    void losesAndDoublesNothing(SparkSession spark) throws Exception {
        Path logs = Files.createDirectory(folder.resolve("kafka"));
        try (KafkaBroker broker = KafkaBroker.started(logs);
                Topic topic = Topic.of(broker, "posts", PARTITIONS)) {
            TopicLanding landing = TopicLanding.of(spark, folder, broker, topic.name());
            AtomicBoolean isOver = new AtomicBoolean();
            Thread load = new Thread(() -> send(topic, isOver));
            load.start();
            for (int kill = 0; kill < KILLS; kill++) {
                killBoth(landing, broker, POINTS.get(kill % POINTS.size()) + ":3");
            }
            isOver.set(true);
            load.join();
            for (Future<RecordMetadata> record : sent) {
                record.get(); // the broker has it
            }
            landing.inBatchesOf(100_000).run();

            List<String> positions =
                    landing.values(Catalogue.RAW_POSTS, "concat_ws(' ', position.lane, position.offset)");
            assertThat(positions).hasSize(sent.size()).doesNotHaveDuplicates();
            assertThat(landing.posts()).hasSize(sent.size() - sent.size() / 10).doesNotHaveDuplicates();
            assertThat(landing.values(Catalogue.REJECTED_POSTS, "string(payload)"))
                    .hasSize(sent.size() / 10)
                    .doesNotHaveDuplicates();
            assertThat(landing.rows(Catalogue.GAPS).isEmpty()).isTrue();
        }
    }

    /** Kills the broker while the consumer lands, starts it again, and waits until the consumer has died as well. */
    private void killBoth(TopicLanding landing, KafkaBroker broker, String failpoint) throws Exception {
        long begun = batches();
        Process consumer = TopicProcess.start(landing, failpoint);
        try {
            while (batches() == begun && consumer.isAlive()) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
            broker.kill();
            broker.start();
            assertThat(consumer.waitFor(5, TimeUnit.MINUTES)).as(failpoint).isTrue();
            assertThat(consumer.exitValue()).as(failpoint).isEqualTo(KILLED);
        } finally {
            consumer.destroyForcibly();
        }
    }

    /** Returns how many batches have been begun. */
    private long batches() {
        Path queries = folder.resolve("lake/_checkpoints/ingest");
        String[] names = queries.toFile().list();
        return names == null
                ? 0
                : Arrays.stream(names)
                        .map(name -> queries.resolve(name)
                                .resolve("offsets")
                                .toFile()
                                .list())
                        .filter(offsets -> offsets != null)
                        .mapToLong(offsets -> Arrays.stream(offsets)
                                .filter(name -> name.matches("\\d+"))
                                .count())
                        .sum();
    }

    /** Sends posts, every tenth of them broken, until it is over; then on to a round number. */
    private void send(Topic topic, AtomicBoolean isOver) {
        try {
            for (int i = 0; !isOver.get() || i % 10 != 0; i++) {
                String value = i % 10 == 9 ? "broken " + i : post("id " + i).json();
                sent.add(topic.sendLater(i % PARTITIONS, NOON.plusMillis(i), value));
                TimeUnit.NANOSECONDS.sleep(BETWEEN_RECORDS.toNanos());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
