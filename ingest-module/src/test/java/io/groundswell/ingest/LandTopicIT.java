package io.groundswell.ingest;

import static io.groundswell.ingest.XFrames.NOON;
import static io.groundswell.ingest.XFrames.envelope;
import static io.groundswell.ingest.XFrames.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groundswell.ingest.topic.KafkaSettings;
import io.groundswell.ingest.topic.RecordValues;
import io.groundswell.job.Cadence;
import io.groundswell.job.PlatformException;
import io.groundswell.table.Catalogue;
import io.groundswell.testing.SparkTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkTest.class)
class LandTopicIT {
    private static final String THROUGH = "cast(received_through AS STRING)";

    @TempDir
    private Path folder;

    @Test
    void landsEachRecordOnce(SparkSession spark) throws Exception {
        try (Topic topic = Topic.of(KafkaBroker.shared(), "once", 2)) {
            TopicLanding landing = TopicLanding.of(spark, folder, topic.broker(), topic.name());
            topic.send(0, NOON, post("1").json());
            topic.send(1, NOON.plusSeconds(1), post("2").json());
            topic.send(0, NOON.plusSeconds(2), null); // a key that is gone
            topic.send(0, NOON.plusSeconds(3), "broken");
            topic.send(0, NOON.plusSeconds(86_400), post("3").json());
            topic.send(1, NOON.plusSeconds(4), "y".repeat(1_500_000));

            assertThat(landing.run().rows()).containsEntry("frames", 5L).containsEntry("rejected", 3L);
            assertThat(landing.run().rows()).containsEntry("frames", 0L);

            assertThat(landing.values(
                            Catalogue.POST_CHANGES,
                            "concat_ws(' ', post_id, position.lane, position.offset, received_at, clock)"))
                    .containsExactly(
                            "1 once-0 0 2026-03-01 12:00:00 gateway", "2 once-1 0 2026-03-01 12:00:01 gateway");
            assertThat(landing.values(
                            Catalogue.REJECTED_POSTS,
                            "concat_ws(' ', position.lane, position.offset, reason, length(payload))"))
                    .containsExactly(
                            "once-0 2 malformed-json 6",
                            "once-0 3 bad-time " + post("3").json().length(),
                            "once-1 1 too-long 65536");
            assertThat(landing.values(Catalogue.RAW_POSTS, "position.lane")).hasSize(5);
            assertThat(landing.rows(Catalogue.GAPS).isEmpty()).isTrue();
        }
    }

    @Test
    @Tag("slow")
    void readsEnvelopesAsASpoolHasThem(SparkSession spark) throws Exception {
        try (Topic topic = Topic.of(KafkaBroker.shared(), "enveloped", 1)) {
            TopicLanding landing =
                    TopicLanding.of(spark, folder, topic.broker(), topic.name()).of(RecordValues.ENVELOPES);
            Landing spool = Landing.spool(spark, folder).inLake("spooled");
            for (String line : new String[] {
                envelope(NOON, post("1").json()),
                "{\"received_at\":1,\"source\":\"x\"}",
                envelope(NOON.plusSeconds(9), post("2").json())
            }) {
                topic.send(0, NOON.plusSeconds(60), line);
                spool.append("a.ndjson", line);
            }
            landing.run();
            spool.run();

            String change = "concat_ws(' ', source, post_id, received_at, text)";
            assertThat(landing.values(Catalogue.POST_CHANGES, change))
                    .hasSize(2)
                    .containsExactlyInAnyOrderElementsOf(spool.changes(change));
            assertThat(landing.values(Catalogue.REJECTED_POSTS, "concat_ws(' ', source, reason, field)"))
                    .containsExactly("x bad-envelope format");
            assertThat(landing.values(Catalogue.FRONTIERS, THROUGH)).containsExactly("2026-03-01 12:00:09");
        }
    }

    @Test
    @Tag("slow")
    void tellsNoFartherThanEveryPartitionIsRead(SparkSession spark) throws Exception {
        try (Topic topic = Topic.of(KafkaBroker.shared(), "behind", 2)) {
            TopicLanding landing =
                    TopicLanding.of(spark, folder, topic.broker(), topic.name()).inBatchesOf(2);
            for (int i = 0; i < 3; i++) {
                topic.send(0, NOON.plusSeconds(10L * i), post("a" + i).json());
                topic.send(1, NOON.plusSeconds(100 + 10 * i), post("b" + i).json());
            }

            assertThat(landing.run().rows()).containsEntry("batches", 3L);

            assertThat(landing.values(Catalogue.FRONTIERS, THROUGH))
                    .containsExactly("2026-03-01 12:00:10", "2026-03-01 12:00:20", "2026-03-01 12:02:00");
        }
    }

    @Test
    @Tag("slow")
    void readsANewPartitionFromItsStart(SparkSession spark) throws Exception {
        try (Topic topic = Topic.of(KafkaBroker.shared(), "grown", 1)) {
            TopicLanding landing = TopicLanding.of(spark, folder, topic.broker(), topic.name());
            topic.send(0, NOON, post("1").json());
            landing.run();
            topic.grow(2);
            topic.send(1, NOON.plusSeconds(1), post("2").json());
            topic.send(1, NOON.plusSeconds(2), post("3").json());
            landing.run();

            assertThat(landing.values(Catalogue.RAW_POSTS, "concat_ws(' ', position.lane, position.offset)"))
                    .containsExactly("grown-0 0", "grown-1 0", "grown-1 1");
            assertThat(landing.rows(Catalogue.GAPS).isEmpty()).isTrue();
        }
    }

    @Test
    @Tag("slow")
    void stopsAtAHoleUntilItIsToldToGoOn(SparkSession spark) throws Exception {
        try (Topic topic = Topic.of(KafkaBroker.shared(), "holed", 1)) {
            TopicLanding landing = TopicLanding.of(spark, folder, topic.broker(), topic.name());
            for (int i = 0; i < 2; i++) {
                topic.send(0, NOON.plusSeconds(i), post("read " + i).json());
            }
            landing.run();
            for (int i = 2; i < 6; i++) {
                topic.send(0, NOON.plusSeconds(i), post("sent " + i).json());
            }
            topic.expire(0, 5);

            for (int time = 0; time < 2; time++) {
                assertThatThrownBy(landing::run)
                        .isInstanceOf(PlatformException.class)
                        .hasMessageContaining("offsets 2 to 4 of partition 0")
                        .hasMessageContaining("ingest.on-gap=continue")
                        .extracting(stopped -> ((PlatformException) stopped).exitCode())
                        .isEqualTo(2);
            }
            assertThat(landing.posts()).containsExactly("read 0", "read 1");
            for (int i = 6; i < 8; i++) {
                topic.send(0, NOON.plusSeconds(i), post("sent " + i).json());
            }
            topic.expire(0, 7); // the hole grows while nobody answers
            assertThat(landing.onGap(OnGap.CONTINUE).run().rows()).containsEntry("frames", 1L);
            assertThat(landing.run().rows()).containsEntry("frames", 0L);

            assertThat(landing.posts()).containsExactly("read 0", "read 1", "sent 7");
            assertThat(landing.values(
                            Catalogue.GAPS,
                            "concat_ws(' ', source, lane, from_offset, to_offset, from_received, to_received)"))
                    .containsExactlyInAnyOrder(
                            "x holed-0 2 5 2026-03-01 12:00:01 2026-03-01 12:00:05",
                            "x holed-0 5 7 2026-03-01 12:00:01 2026-03-01 12:00:07");
        }
    }

    @Tag("slow")
    @Test
    void goesOnBehindWhatLandedWithoutItsCheckpoint(SparkSession spark) throws Exception {
        try (Topic topic = Topic.of(KafkaBroker.shared(), "lost", 2)) {
            TopicLanding landing = TopicLanding.of(spark, folder, topic.broker(), topic.name());
            for (int i = 0; i < 6; i++) {
                topic.send(
                        i % 2,
                        NOON.plusSeconds(i),
                        i == 4 ? "broken" : post("id " + i).json());
            }
            landing.run();
            landing.files().loseCheckpoint();
            topic.send(0, NOON.plusSeconds(9), post("id 9").json());
            // Of partition 0 the last that landed was rejected: it is read again, and kept once.
            assertThat(landing.run().rows()).containsEntry("frames", 2L).containsEntry("changes", 1L);

            TopicLanding whole = landing.inLake("whole");
            whole.run();
            assertThat(landing.files().hashes()).isEqualTo(whole.files().hashes());
            assertThat(landing.rows(Catalogue.GAPS).isEmpty()).isTrue();
        }
    }

    @Tag("slow")
    @Test
    void completesABatchThatWasHalfWrittenWithoutItsCheckpoint(SparkSession spark) throws Exception {
        try (Topic topic = Topic.of(KafkaBroker.shared(), "half", 1)) {
            TopicLanding landing = TopicLanding.of(spark, folder, topic.broker(), topic.name());
            topic.send(0, NOON, post("1").json());
            landing.run();
            topic.send(0, NOON.plusSeconds(1), post("2").json());
            topic.send(0, NOON.plusSeconds(2), "broken");
            assertThatThrownBy(() -> landing.run(
                            changes -> {
                                throw new IllegalStateException("on purpose");
                            },
                            Cadence.AVAILABLE_NOW))
                    .hasStackTraceContaining("on purpose");
            assertThat(landing.rows(Catalogue.RAW_POSTS).count()).isEqualTo(3);
            landing.files().loseCheckpoint();
            landing.run();

            assertThat(landing.posts()).containsExactly("1", "2");
            assertThat(landing.values(Catalogue.RAW_POSTS, "position.offset")).containsExactly("0", "1", "2");
            assertThat(landing.values(Catalogue.REJECTED_POSTS, "reason")).containsExactly("malformed-json");
        }
    }

    @Test
    @Tag("slow")
    void refusesATopicThatWasMadeAnew(SparkSession spark) throws Exception {
        try (Topic topic = Topic.of(KafkaBroker.shared(), "anew", 1)) {
            TopicLanding landing = TopicLanding.of(spark, folder, topic.broker(), topic.name());
            topic.send(0, NOON, post("1").json());
            landing.run();
            topic.makeAnew();

            assertThatThrownBy(landing::run)
                    .isInstanceOf(PlatformException.class)
                    .hasMessageContaining("deleted and made anew");
            landing.files().loseCheckpoint();
            assertThatThrownBy(landing::run)
                    .isInstanceOf(PlatformException.class)
                    .hasMessageContaining("deleted and made anew");
        }
    }

    @Test
    void saysWhatCannotBeReached(SparkSession spark) throws Exception {
        TopicLanding landing = TopicLanding.of(spark, folder, KafkaBroker.shared(), "nowhere");
        assertThatThrownBy(landing::run)
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("There is no topic nowhere");

        Path client = folder.resolve("client.properties");
        Files.writeString(client, "default.api.timeout.ms=500\nrequest.timeout.ms=400\n");
        KafkaSettings silent = new KafkaSettings("127.0.0.1:1", Optional.of(client.toString()), RecordValues.FRAMES, 1);
        assertThatThrownBy(landing.with(silent)::run)
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("No broker at 127.0.0.1:1 answers")
                .extracting(refused -> ((PlatformException) refused).exitCode())
                .isEqualTo(75);
    }
}
