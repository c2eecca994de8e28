package io.groundswell.ingest;

import static io.groundswell.testing.Posts.NOON;
import static io.groundswell.testing.Posts.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.table.Catalogue;
import io.groundswell.testing.Posts;
import io.groundswell.testing.SparkTest;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkTest.class)
class SettlePostsIT {
    private static final Instant LATER = NOON.plusSeconds(60);

    @TempDir
    private Path folder;

    private Landing landing;

    @BeforeEach
    void createChanges(SparkSession spark) {
        landing = Landing.archive(spark, folder);
        landing.lake().table(Catalogue.POST_CHANGES).createIfAbsent(spark);
    }

    @Test
    void keepsTheNewestVersionAndTheFirstCreationTime() {
        append(post("1").saying("old"), post("2").saying("two"), post("3").saying("old"));
        append(post("3").edited("30").at(NOON.minusSeconds(1)).received(LATER).saying("between"));
        assertThat(landing.settle().rows()).containsEntry("posts", 3L).containsEntry("removed", 0L);
        append(
                post("1").edited("10").at(NOON).received(LATER).saying("new"),
                post("1").edited("9").at(NOON).received(LATER).saying("between"),
                post("3").edited("31").at(NOON).received(LATER).saying("new"),
                post("2").at(NOON).saying("two"));
        assertThat(landing.settle().rows()).containsEntry("posts", 2L);

        assertThat(posts())
                .containsExactlyInAnyOrder(
                        "1 10 new 2026-03-01 12:00:00", "2 2 two 2026-03-01 12:00:00", "3 31 new 2026-03-01 11:59:59");
    }

    @Test
    void neverBringsADeletedPostBack() {
        append(post("1"), post("2"), post("3").deleted());
        append(post("1").deleted().received(LATER));
        assertThat(landing.settle().rows()).containsEntry("posts", 1L).containsEntry("removed", 0L);
        append(post("2").deleted().received(LATER));
        assertThat(landing.settle().rows()).containsEntry("posts", 0L).containsEntry("removed", 1L);
        append(
                post("1").received(LATER.plusSeconds(1)),
                post("2").edited("20").received(LATER.plusSeconds(1)),
                post("3").received(LATER.plusSeconds(1)),
                post("4"));
        landing.settle();

        assertThat(posts()).containsExactly("4 4 text of 4 2026-03-01 12:00:00");
    }

    @Test
    @Tag("slow")
    void changesNothingWhenItsCheckpointIsLost() {
        append(post("1").saying("old"), post("2"), post("3"));
        append(
                post("1").edited("10").received(LATER).saying("new"),
                post("2").deleted().received(LATER));
        landing.settle();
        List<String> before = posts();

        landing.loseCheckpoint();
        assertThat(landing.settle().rows()).containsEntry("posts", 0L).containsEntry("removed", 0L);

        assertThat(posts()).containsExactlyInAnyOrderElementsOf(before).hasSize(2);
    }

    @Test
    void doesNothingWithoutChanges() {
        assertThat(landing.settle().rows()).containsEntry("posts", 0L).containsEntry("removed", 0L);

        assertThat(posts()).isEmpty();
    }

    private void append(Posts.Builder... changes) {
        landing.lake().table(Catalogue.POST_CHANGES).append(Posts.rows(landing.spark(), changes));
    }

    private List<String> posts() {
        return landing.rows(Catalogue.POSTS)
                .selectExpr("concat_ws(' ', post_id, version, text, created_at)")
                .as(Encoders.STRING())
                .collectAsList();
    }
}
