package io.groundswell.ingest;

import static io.groundswell.ingest.XFrames.NOON;
import static io.groundswell.ingest.XFrames.envelope;
import static io.groundswell.ingest.XFrames.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.SparkTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkTest.class)
class SpoolExpiryIT {
    private final Instant now = Instant.now();

    @TempDir
    private Path folder;

    private static String segment(int number) {
        return "%012d.ndjson".formatted(number);
    }

    private SpoolExpiry.Expired expire(Landing landing) {
        return new SpoolExpiry(
                        landing.lake(),
                        landing.input().toString(),
                        landing.spark().sparkContext().hadoopConfiguration())
                .before(now.minus(Duration.ofDays(7)));
    }

    private void age(Landing landing, String file) throws IOException {
        Files.setLastModifiedTime(landing.input().resolve(file), FileTime.from(now.minus(Duration.ofDays(8))));
    }

    private static List<String> left(Landing landing) throws IOException {
        try (Stream<Path> files = Files.list(landing.input())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void deletesWhatIsLandedAndOldAndNoMore(SparkSession spark) throws IOException {
        Landing landing = Landing.spool(spark, folder);
        for (int i = 1; i <= 4; i++) {
            landing.append(
                    segment(i), envelope(NOON.plusSeconds(i), post("p" + i).json()));
            age(landing, segment(i));
        }
        landing.append("notes.ndjson", envelope(NOON, post("q").json()));
        age(landing, "notes.ndjson");
        assertThat(expire(landing).segments()).as("nobody has read it").isZero();
        landing.run();
        landing.append(segment(2), envelope(NOON.plusSeconds(9), post("p9").json()));
        age(landing, segment(2));
        Files.setLastModifiedTime(landing.input().resolve(segment(3)), FileTime.from(now));

        SpoolExpiry.Expired expired = expire(landing);

        assertThat(expired.segments()).isEqualTo(1);
        assertThat(expired.bytes()).isPositive();
        assertThat(left(landing))
                .as("2 is not all read, 3 is young, 4 is the newest")
                .containsExactly(segment(2), segment(3), segment(4), "notes.ndjson");
        landing.append(segment(5), envelope(NOON.plusSeconds(10), post("p10").json()));
        assertThat(landing.run().rows()).containsEntry("frames", 2L).containsEntry("duplicates", 0L);
        expire(landing);
        assertThat(left(landing)).containsExactly(segment(3), segment(5), "notes.ndjson");
        assertThat(landing.changes("post_id")).hasSize(7).doesNotHaveDuplicates();
    }

    @Test
    @Tag("slow")
    void waitsForEachQueryThatReadsTheSpool(SparkSession spark) throws IOException {
        Landing landing = Landing.spool(spark, folder);
        for (int i = 1; i <= 2; i++) {
            landing.append(
                    segment(i), envelope(NOON.plusSeconds(i), post("p" + i).json()));
            age(landing, segment(i));
        }
        landing.run();
        Path slow = Path.of(landing.lake()
                .checkpoint(
                        "ingest",
                        io.groundswell.ingest.source.QueryName.of(
                                "y", "file:" + landing.input(), InputKind.SPOOL.name(), "x")));
        Files.createDirectories(slow);

        assertThat(expire(landing).segments())
                .as("a query has begun and done nothing")
                .isZero();
        Files.delete(slow);
        assertThat(expire(landing).segments()).isEqualTo(1);
    }
}
