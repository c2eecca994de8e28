package io.groundswell.ingest;

import static io.groundswell.ingest.XFrames.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.table.Catalogue;
import io.groundswell.table.ContentHash;
import io.groundswell.testing.SparkTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkTest.class)
class KilledRunIT {
    /** Where a batch is written in part: in the second, after bronze and the rejections. */
    private static final String POINT = System.getProperty("groundswell.test.failpoint", "rejected.afterCommit:2");

    private static final int KILLED = 137;

    @TempDir
    private Path folder;

    @Test
    @Tag("thorough")
    void endsAsIfItHadNotBeenKilled(SparkSession spark) throws Exception {
        Landing landing = Landing.archive(spark, folder).inBatchesOf(600);
        for (int i = 0; i < 6; i++) {
            landing.append(
                    "a.ndjson",
                    post("id " + i).json(),
                    "broken " + i,
                    post("id " + i / 2).json());
        }

        assertThat(LandingProcess.run(landing, POINT)).isEqualTo(KILLED);
        assertThat(landing.rows(Catalogue.RAW_POSTS).count()).isBetween(1L, 17L);
        copy(folder.resolve("lake"), folder.resolve("lost"));

        landing.run();
        Landing lost = landing.inLake("lost");
        lost.loseCheckpoint();
        lost.run();

        Landing whole = landing.inLake("whole").inBatchesOf(1 << 20);
        whole.run();
        List<ContentHash> wanted = whole.hashes();
        assertThat(landing.hashes()).as("with its checkpoint").isEqualTo(wanted);
        assertThat(lost.hashes()).as("without its checkpoint").isEqualTo(wanted);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
    }
}
