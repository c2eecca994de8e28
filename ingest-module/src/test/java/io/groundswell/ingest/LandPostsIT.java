package io.groundswell.ingest;

import static io.groundswell.ingest.XFrames.NOON;
import static io.groundswell.ingest.XFrames.deletion;
import static io.groundswell.ingest.XFrames.idAt;
import static io.groundswell.ingest.XFrames.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groundswell.job.PlatformException;
import io.groundswell.table.Catalogue;
import io.groundswell.table.ContentHash;
import io.groundswell.testing.SparkTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkTest.class)
class LandPostsIT {
    @TempDir
    private Path folder;

    @Test
    void landsEachFrameOfAnArchiveOnce(SparkSession spark) {
        Landing landing = Landing.archive(spark, folder);
        Instant later = NOON.plusSeconds(60);
        String first = idAt(NOON);
        String second = idAt(later);
        landing.append(
                "a.ndjson",
                post(first).tagged("Delta").json(),
                "{\"data\":{\"id\":",
                "",
                post(second).at(later).editOf(first).json(),
                deletion(first, NOON.plusSeconds(90)));

        assertThat(landing.run().rows())
                .containsEntry("frames", 4L)
                .containsEntry("changes", 3L)
                .containsEntry("rejected", 1L)
                .containsEntry("duplicates", 0L)
                .containsEntry("batches", 1L);

        assertThat(landing.changes("concat_ws(' ', op, post_id, version, clock, received_at, late_by)"))
                .containsExactlyInAnyOrder(
                        "created " + first + " " + first + " replay 2026-03-01 12:00:00 0",
                        "edited " + first + " " + second + " replay 2026-03-01 12:01:00 60000",
                        "deleted " + first + " deleted replay 2026-03-01 12:01:30");
        assertThat(landing.changes()
                        .where("op = 'created'")
                        .select("terms")
                        .head()
                        .<Row>getList(0))
                .hasSize(1);
        assertThat(landing.rows(Catalogue.REJECTED_POSTS).head().<byte[]>getAs("payload"))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("{\"data\":{\"id\":");
        assertThat(landing.rows(Catalogue.RAW_POSTS).count()).isEqualTo(4);
    }

    @Test
    void hasTheSameTablesAfterASecondRun(SparkSession spark) {
        Landing landing = Landing.archive(spark, folder);
        landing.append("a.ndjson", post("1").json(), "no JSON", post("2").json());
        landing.run();
        List<ContentHash> before = landing.hashes();

        assertThat(landing.run().rows()).containsEntry("frames", 0L).containsEntry("batches", 0L);

        assertThat(landing.hashes()).isEqualTo(before);
        assertThat(landing.rows(Catalogue.FRONTIERS).count()).isEqualTo(1);
    }

    @Test
    void landsNothingOfAnEmptyFolder(SparkSession spark) throws IOException {
        Landing landing = Landing.archive(spark, folder);
        Files.createDirectories(landing.input());
        Files.createFile(landing.input().resolve("empty.ndjson"));
        Files.createFile(landing.input().resolve("empty.ndjson.gz"));

        assertThat(landing.run().rows()).containsEntry("frames", 0L);

        assertThat(landing.rows(Catalogue.RAW_POSTS).isEmpty()).isTrue();
        assertThat(landing.rows(Catalogue.FRONTIERS).isEmpty()).isTrue();
    }

    @Test
    void refusesAnInputThatIsNotThere(SparkSession spark) {
        Landing landing = Landing.archive(spark, folder);

        assertThatThrownBy(landing::run)
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("There is nothing at the input " + landing.input())
                .hasMessageContaining("ingest.input");
    }

    @Test
    @Tag("thorough")
    void hasTheSameTablesHoweverFramesAreCutIntoBatches(SparkSession spark) {
        Landing whole = Landing.archive(spark, folder.resolve("whole"));
        Landing cut = Landing.archive(spark, folder.resolve("cut")).inBatchesOf(500);
        for (Landing landing : List.of(whole, cut)) {
            for (int i = 0; i < 8; i++) {
                // Each id comes twice, in another file: with other words, of which the first are kept.
                landing.append("a.ndjson", post("id " + i).saying("first").json());
                landing.append(
                        "b/" + i % 2 + ".ndjson",
                        post("id " + i).saying("second").json());
            }
        }

        assertThat(whole.run().rows()).containsEntry("batches", 1L).containsEntry("duplicates", 8L);
        assertThat(cut.run().rows())
                .containsEntry("duplicates", 8L)
                .extractingByKey("batches")
                .satisfies(batches -> assertThat(batches).isGreaterThan(2L));

        assertThat(cut.hashes()).isEqualTo(whole.hashes());
        assertThat(cut.changes("text")).containsOnly("first").hasSize(8);
    }

    @Test
    @Tag("slow")
    void landsTheReadableLinesOfABrokenGzipFile(SparkSession spark) throws IOException {
        Landing landing = Landing.archive(spark, folder);
        Files.createDirectories(landing.input());
        byte[] whole = gzip(2000);
        Files.write(landing.input().resolve("a.ndjson.gz"), gzip(20));
        Files.write(landing.input().resolve("b.ndjson.gz"), Arrays.copyOf(whole, whole.length * 2 / 3));

        landing.run();

        assertThat(landing.changes().where("position.lane = 'a.ndjson.gz'").count())
                .isEqualTo(20);
        assertThat(landing.changes().where("position.lane = 'b.ndjson.gz'").count())
                .isBetween(500L, 1999L);
        assertThat(landing.rows(Catalogue.REJECTED_POSTS)
                        .selectExpr("position.lane", "reason")
                        .collectAsList())
                .singleElement()
                .isEqualTo(RowFactory.create("b.ndjson.gz", "truncated"));
    }

    @Tag("thorough")
    @Test
    void receivesNothingBeforeTheFrontierWhichNoFalseTimeMoves(SparkSession spark) {
        Landing landing = Landing.archive(spark, folder);
        landing.append(
                "a.ndjson",
                post("1").json(),
                post("far").at(NOON.plus(Duration.ofDays(3650))).json(),
                deletion("far", NOON.plus(Duration.ofDays(1))));
        assertThat(landing.run().rows()).containsEntry("rejected", 2L);
        landing.append(
                "a.ndjson",
                post("2").at(NOON.minusSeconds(60)).json(),
                post("3").at(NOON.plusSeconds(60)).json());
        landing.run();

        assertThat(landing.changes("concat_ws(' ', post_id, received_at, late_by)"))
                .containsExactlyInAnyOrder(
                        "1 2026-03-01 12:00:00 0", "2 2026-03-01 12:00:00 60000", "3 2026-03-01 12:01:00 0");
        assertThat(landing.rows(Catalogue.FRONTIERS)
                        .selectExpr("cast(received_through AS STRING)")
                        .as(Encoders.STRING())
                        .collectAsList())
                .containsExactlyInAnyOrder("2026-03-01 12:00:00", "2026-03-01 12:01:00");
    }

    private static byte[] gzip(int posts) throws IOException {
        Random random = new Random(1); // noise, so that the compressed file is long enough to break
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < posts; i++) {
            lines.append(post(i + "-" + posts)
                            .saying(Long.toHexString(random.nextLong()))
                            .json())
                    .append('\n');
        }
        return gzip(lines.toString());
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
