package io.groundswell.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.groundswell.table.Catalogue;
import io.groundswell.testing.SparkTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Real posts, about disasters of 2017. */
@Tag("slow")
@ExtendWith(SparkTest.class)
class DisasterPostsIT {
    private static final Path ARCHIVE =
            Path.of(System.getProperty("groundswell.data", "no-real-posts"), "x-disasters-2017.jsonl.gz");
    private static final long POSTS = 16_057;

    @Test
    void landsAndSettlesEveryPost(SparkSession spark, @TempDir Path folder) throws IOException {
        assumeTrue(Files.exists(ARCHIVE), "There is no " + ARCHIVE.toAbsolutePath());
        Landing landing = Landing.archive(spark, folder);
        Files.createDirectories(landing.input());
        Files.copy(ARCHIVE, landing.input().resolve(ARCHIVE.getFileName()));

        assertThat(landing.run().rows())
                .containsEntry("frames", POSTS)
                .containsEntry("changes", POSTS)
                .containsEntry("rejected", 0L);
        assertThat(landing.settle().rows()).containsEntry("posts", POSTS).containsEntry("removed", 0L);

        assertThat(landing.rows(Catalogue.POSTS).count()).isEqualTo(POSTS);
        assertThat(landing.changes().where("kind = 'repost'").count()).isBetween(1L, POSTS - 1);
    }
}
