package io.groundswell.ingest;

import static io.groundswell.ingest.XFrames.NOON;
import static io.groundswell.ingest.XFrames.deletion;
import static io.groundswell.ingest.XFrames.envelope;
import static io.groundswell.ingest.XFrames.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groundswell.job.Cadence;
import io.groundswell.job.PlatformException;
import io.groundswell.model.Run;
import io.groundswell.table.Catalogue;
import io.groundswell.table.ContentHash;
import io.groundswell.testing.SparkTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkTest.class)
class LandSpoolIT {
    private static final String FIRST = "000000000001.ndjson";
    private static final String SECOND = "000000000002.ndjson";

    @TempDir
    private Path folder;

    @Test
    void followsASpoolAsItGrows(SparkSession spark) {
        Landing landing = Landing.spool(spark, folder);
        String broken = envelope(NOON, post("2").json());
        landing.append(FIRST, envelope(NOON, post("1").json()));
        landing.appendText(FIRST, broken.substring(0, 50)); // the gateway is writing

        assertThat(landing.run().rows()).containsEntry("frames", 1L);
        landing.appendText(FIRST, broken.substring(50) + "\n");
        landing.append(SECOND, envelope(NOON.plusSeconds(1), post("3").json()), envelope(NOON, deletion("1", NOON)));
        assertThat(landing.run().rows()).containsEntry("frames", 3L).containsEntry("rejected", 0L);

        assertThat(landing.changes("concat_ws(' ', op, post_id, clock, received_at)"))
                .containsExactlyInAnyOrder(
                        "created 1 gateway 2026-03-01 12:00:00",
                        "created 2 gateway 2026-03-01 12:00:00",
                        "created 3 gateway 2026-03-01 12:00:01",
                        "deleted 1 gateway 2026-03-01 12:00:00");
        assertThat(frontiers(landing)).containsExactly("2026-03-01 12:00:00", "2026-03-01 12:00:01");
    }

    @Test
    @Tag("slow")
    void tellsNoFartherThanEveryLaneIsRead(SparkSession spark) {
        Landing landing = Landing.spool(spark, folder).inBatchesOf(1);
        for (int i = 0; i < 3; i++) {
            landing.append(
                    "a/" + FIRST,
                    envelope(NOON.plusSeconds(10L * i), post("a" + i).json()));
            landing.append(
                    "b/" + FIRST,
                    envelope(NOON.plusSeconds(10 * i + 5), post("b" + i).json()));
        }

        assertThat(landing.run().rows()).containsEntry("batches", 6L);

        assertThat(frontiers(landing))
                .containsExactly(
                        "2026-03-01 12:00:00",
                        "2026-03-01 12:00:05",
                        "2026-03-01 12:00:15",
                        "2026-03-01 12:00:20",
                        "2026-03-01 12:00:25");
    }

    @Test
    @Tag("slow")
    void tellsWhatItHadReadBeforeItWasStopped(SparkSession spark) {
        Landing landing = Landing.spool(spark, folder);
        landing.append(
                FIRST,
                envelope(NOON, post("1").json()),
                envelope(NOON.plusSeconds(20), post("2").json()));
        landing.run();
        landing.append(SECOND, envelope(NOON.plusSeconds(10), post("3").json()));
        landing.run();

        assertThat(frontiers(landing)).containsExactly("2026-03-01 12:00:20");

        landing.append("broken.ndjson", "{");
        landing.append("more.ndjson", envelope(NOON.plusSeconds(30), post("4").json()));
        landing.run();
        assertThat(frontiers(landing)).containsExactly("2026-03-01 12:00:20", "2026-03-01 12:00:30");
    }

    /** Returns how far the input says that it has been read, in order. */
    private static List<String> frontiers(Landing landing) {
        return landing.rows(Catalogue.FRONTIERS)
                .selectExpr("cast(received_through AS STRING) AS through")
                .orderBy("through")
                .as(Encoders.STRING())
                .collectAsList();
    }

    @Test
    @Tag("slow")
    void refusesAFileThatWasReplaced(SparkSession spark) throws IOException {
        Landing landing = Landing.spool(spark, folder);
        landing.append(
                FIRST,
                envelope(NOON, post("1").json()),
                envelope(NOON, post("2").json()));
        landing.run();
        Files.delete(landing.input().resolve(FIRST));
        landing.append(FIRST, envelope(NOON, post("3").json()));

        assertThatThrownBy(landing::run)
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining(FIRST)
                .hasMessageContaining("replaced or cut");
    }

    @Test
    @Tag("slow")
    void takesARotatedSegmentForWhatItWas(SparkSession spark) throws IOException {
        Landing landing = Landing.spool(spark, folder).inBatchesOf(1);
        String one = envelope(NOON, post("1").json());
        String two = envelope(NOON.plusSeconds(1), post("2").json());
        landing.append(FIRST, one);
        landing.append(SECOND, two);
        landing.run();
        rotate(landing, FIRST, ".gz");
        rotate(landing, SECOND, ".zst");
        landing.append(
                "000000000003.ndjson", envelope(NOON.plusSeconds(2), post("3").json()));
        assertThat(landing.run().rows()).containsEntry("frames", 1L);

        landing.loseCheckpoint();
        landing.run();
        assertThat(landing.rows(Catalogue.RAW_POSTS)
                        .selectExpr("concat_ws(' ', position.lane, position.offset)")
                        .as(Encoders.STRING())
                        .collectAsList())
                .containsExactlyInAnyOrder(FIRST + " 0", SECOND + " 0", "000000000003.ndjson 0");
        assertThat(frontiers(landing)).last().isEqualTo("2026-03-01 12:00:02");
    }

    private static void rotate(Landing landing, String segment, String suffix) throws IOException {
        Path plain = landing.input().resolve(segment);
        Files.write(landing.input().resolve(segment + suffix), Packed.as(suffix, Files.readString(plain)));
        Files.delete(plain);
    }

    @Test
    @Tag("slow")
    void landsWhatComesUntilItIsStopped(SparkSession spark) throws Exception {
        Landing landing = Landing.spool(spark, folder);
        landing.append(FIRST, envelope(NOON, post("1").json()));
        AtomicReference<Run> run = new AtomicReference<>();
        Thread thread = new Thread(() -> run.set(landing.run(Cadence.every(Duration.ofMillis(50)))));
        thread.start();
        while (spark.streams().active().length == 0 && thread.isAlive()) {
            Thread.onSpinWait();
        }
        StreamingQuery query = spark.streams().active()[0];
        query.processAllAvailable();
        landing.append(FIRST, envelope(NOON, post("2").json()));
        query.processAllAvailable();

        assertThat(landing.changes("post_id")).containsExactlyInAnyOrder("1", "2");
        query.stop();
        thread.join();
        assertThat(run.get().rows()).containsEntry("frames", 2L).containsEntry("batches", 2L);
    }

    @Test
    void dropsWhatComesAgainWithinTwoDays(SparkSession spark) {
        Landing landing = Landing.spool(spark, folder);
        Instant soon = NOON.minus(Duration.ofDays(3));
        String frame = post("1").at(soon).json();
        landing.append(FIRST, envelope(soon, frame), envelope(soon.plusSeconds(9), frame));
        assertThat(landing.run().rows()).containsEntry("duplicates", 1L);
        landing.append(SECOND, envelope(soon.plus(Duration.ofDays(2)), frame), envelope(NOON, frame));
        assertThat(landing.run().rows()).containsEntry("duplicates", 1L).containsEntry("changes", 1L);

        assertThat(landing.changes("cast(received_at AS STRING)"))
                .containsExactlyInAnyOrder("2026-02-26 12:00:00", "2026-03-01 12:00:00");
        assertThat(landing.rows(Catalogue.RAW_POSTS).count()).isEqualTo(4);
    }

    @Tag("slow")
    @Test
    void dropsWhatComesAgainInALaneThatIsReadAfterNewerOnes(SparkSession spark) throws IOException {
        Landing landing = Landing.spool(spark, folder).inBatchesOf(400);
        for (int i = 0; i < 6; i++) {
            landing.append("a/" + FIRST, envelope(NOON, post("a" + i).json()));
            Instant before = NOON.minus(Duration.ofDays(4));
            landing.append(
                    "b/" + FIRST, envelope(before, post("b" + i).at(before).json()));
        }
        assertThat(landing.run().rows()).containsEntry("changes", 12L);
        List<ContentHash> landed = landing.hashes();
        Landing.delete(folder.resolve("lake/_checkpoints"));

        assertThat(landing.run().rows())
                .containsEntry("duplicates", 12L)
                .extractingByKey("batches")
                .satisfies(batches -> assertThat(batches).isGreaterThan(3L));
        assertThat(landing.hashes()).isEqualTo(landed);
    }

    @Test
    @Tag("slow")
    void goesOnBehindAPackedFileThatIsBroken(SparkSession spark) throws IOException {
        Landing landing = Landing.spool(spark, folder).inBatchesOf(400);
        landing.append(
                "a/" + FIRST,
                envelope(NOON, post("1").json()),
                envelope(NOON, post("2").json()));
        landing.append("b/000000000001.ndjson.gz", "this was never packed");
        landing.append("c/" + FIRST, envelope(NOON, post("3").json()));

        landing.run();

        assertThat(landing.changes("post_id")).containsExactlyInAnyOrder("1", "2", "3");
    }

    @Test
    @Tag("slow")
    void waitsForNoLineThatHasNoEndYet(SparkSession spark) {
        Landing landing = Landing.spool(spark, folder);
        landing.append("a/" + FIRST, envelope(NOON, post("1").json()));
        landing.appendText(
                "b/" + FIRST, envelope(NOON.minusSeconds(3600), post("2").json()));

        landing.run();

        assertThat(landing.rows(Catalogue.FRONTIERS)
                        .selectExpr("cast(received_through AS STRING)")
                        .as(Encoders.STRING())
                        .collectAsList())
                .containsExactly("2026-03-01 12:00:00");
    }

    @Test
    @Tag("slow")
    void rejectsTheSameFramesWhenABatchIsTriedAgain(SparkSession spark) {
        Landing landing = Landing.spool(spark, folder);
        Instant ahead = landing.clock().instant().plus(Duration.ofMinutes(15));
        landing.append(
                FIRST,
                envelope(ahead, post("1").at(NOON).json()),
                envelope(NOON, post("2").json()));
        landing.runHalfABatch();
        assertThat(landing.rows(Catalogue.REJECTED_POSTS).count()).isEqualTo(1);

        landing.by(Clock.offset(landing.clock(), Duration.ofHours(1))).run();
        assertThat(landing.rows(Catalogue.REJECTED_POSTS).count()).isEqualTo(1);
        assertThat(landing.changes("post_id")).containsExactly("2");
    }

    @Test
    void rejectsBrokenLinesAndTimesThatCannotBe(SparkSession spark) {
        Landing landing = Landing.spool(spark, folder);
        Instant farAhead = NOON.plus(Duration.ofDays(365));
        landing.append(
                FIRST,
                "{\"received_at\":1,\"source\":\"x\"}",
                envelope(farAhead, post("1").json()),
                envelope(NOON, post("2").json()).replace("\"format\":\"x\"", "\"format\":\"morse\""),
                envelope(NOON, "{\"errors\":[{\"title\":\"operational-disconnect\"}]}"),
                "{\"received_at\":1,\"source\":\"x\",\"format\":\"x\",\"payload_base64\":\"/w==\"}",
                envelope(NOON, post("3").at(farAhead).json()));

        landing.run();

        assertThat(landing.rows(Catalogue.REJECTED_POSTS)
                        .select("reason")
                        .as(Encoders.STRING())
                        .collectAsList())
                .containsExactlyInAnyOrder("bad-envelope", "bad-time", "unknown-format", "feed-error", "invalid-utf8");
        assertThat(landing.rows(Catalogue.RAW_POSTS)
                        .where("format = 'morse'")
                        .head()
                        .<byte[]>getAs("payload"))
                .isEqualTo(post("2").json().getBytes(StandardCharsets.UTF_8));
        assertThat(landing.changes("concat_ws(' ', post_id, created_at, is_clamped, late_by)"))
                .containsExactly("3 2026-03-01 12:00:00 true -31536000000");
    }
}
