package io.groundswell.ingest;

import static io.groundswell.ingest.XFrames.NOON;
import static io.groundswell.ingest.XFrames.envelope;
import static io.groundswell.ingest.XFrames.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.table.Catalogue;
import io.groundswell.table.ContentHash;
import io.groundswell.testing.SparkTest;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkTest.class)
class LostCheckpointIT {
    @TempDir
    private Path folder;

    @Test
    @Tag("thorough")
    void neitherDoublesNorSkips(SparkSession spark) {
        Landing landing = Landing.archive(spark, folder);
        landing.append("a.ndjson", post("1").json(), "broken", post("2").json());
        landing.run();
        landing.loseCheckpoint();
        landing.append("a.ndjson", post("3").json(), "broken");
        landing.run();

        // The same in one go.
        Landing whole = landing.inLake("whole");
        whole.run();
        assertThat(landing.hashes()).isEqualTo(whole.hashes());
        assertThat(landing.changes("post_id")).containsExactlyInAnyOrder("1", "2", "3");
    }

    @Test
    @Tag("slow")
    void completesABatchThatTheOldRunHalfWrote(SparkSession spark) {
        Landing landing = Landing.spool(spark, folder).inBatchesOf(700);
        for (int i = 0; i < 6; i++) {
            landing.append(
                    "1.ndjson", envelope(NOON.plusSeconds(i), post("id " + i).json()), "broken " + i);
        }
        landing.runHalfABatch();
        long landed = landing.rows(Catalogue.RAW_POSTS).count();
        assertThat(landed).isBetween(1L, 11L);
        assertThat(landing.changes().isEmpty()).isTrue();

        landing.loseCheckpoint();
        landing.run();

        Landing whole = landing.inLake("whole").inBatchesOf(1 << 20);
        whole.run();
        List<ContentHash> wanted = whole.hashes();
        assertThat(wanted.get(0).rows()).isEqualTo(12);
        assertThat(landing.hashes()).isEqualTo(wanted);
    }

    @Test
    @Tag("slow")
    void landsAnotherInputWhoseFilesHaveTheSameNames(SparkSession spark) {
        Landing one = Landing.archive(spark, folder.resolve("one"));
        one.append("a.ndjson", post("1").json(), post("2").json());
        one.run();
        Landing other = Landing.archive(spark, folder.resolve("other")).inLake("../one/lake");
        other.append("a.ndjson", post("3").json(), post("2").json());
        other.run();

        assertThat(one.changes("post_id")).containsExactlyInAnyOrder("1", "2", "3");
    }
}
