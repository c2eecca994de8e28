package io.groundswell.ingest;

import static io.groundswell.ingest.ForgetLake.AUTHOR;
import static io.groundswell.ingest.ForgetLake.FIRST;
import static io.groundswell.ingest.ForgetLake.SECOND;
import static io.groundswell.ingest.ForgetLake.SEGMENT;
import static io.groundswell.ingest.ForgetLake.forget;
import static io.groundswell.ingest.ForgetLake.lake;
import static io.groundswell.ingest.ForgetLake.line;
import static io.groundswell.ingest.ForgetLake.search;
import static io.groundswell.ingest.ForgetLake.texts;
import static io.groundswell.ingest.ForgetLake.theirs;
import static io.groundswell.ingest.ForgetLake.write;
import static io.groundswell.ingest.XFrames.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groundswell.ingest.suppress.IdKind;
import io.groundswell.job.Lease;
import io.groundswell.job.PlatformException;
import io.groundswell.table.Catalogue;
import io.groundswell.table.ContentHash;
import io.groundswell.testing.SparkTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkTest.class)
class ForgetPostsIT {
    @TempDir
    private Path folder;

    @Tag("slow")
    @Test
    void leavesNothingOfAnAuthorAndAllOfOthers(SparkSession spark) {
        Landing landing = lake(spark, folder);
        assertThat(search(spark).below(folder)).hasSizeGreaterThan(20);

        Map<String, Long> done = forget(landing, IdKind.AUTHOR, AUTHOR, landing.input());

        assertThat(search(spark).below(folder)).isEmpty();
        assertThat(done)
                .containsEntry("suppressed", 5L)
                .containsEntry("lines", 7L)
                .containsEntry("bronze.raw_posts", 7L)
                .containsEntry("gold.term_counts", 1L)
                .containsEntry("gold.trends", 1L)
                .containsEntry("gold.post_topics", 1L);
        String masked = "never! see " + "1".repeat(FIRST.length());
        assertThat(texts(landing, Catalogue.POSTS))
                .containsExactlyInAnyOrder(
                        "ann's post|author of ann's post|text of ann's post",
                        "bob's reply|author of bob's reply|" + masked);
        assertThat(texts(landing, Catalogue.POST_CHANGES)).hasSize(2);
        assertThat(landing.rows(Catalogue.REJECTED_POSTS)
                        .selectExpr("concat_ws('|', reason, cast(payload AS string))")
                        .as(Encoders.STRING())
                        .collectAsList())
                .hasSize(7)
                .contains("bad-envelope|torn, and nobody's", "suppressed|");
        assertThat(landing.rows(Catalogue.TRENDS)
                        .select("sample_post_ids")
                        .head()
                        .getList(0))
                .isEqualTo(List.of("x/bob's reply"));
    }

    /** Of the erased spool, and of the spool as it was. */
    @Tag("slow")
    @Test
    void landsAnewWhatIsLeft(SparkSession spark) throws IOException {
        Landing landing = lake(spark, folder);
        byte[] original = Files.readAllBytes(landing.input().resolve(SEGMENT));
        forget(landing, IdKind.AUTHOR, AUTHOR, landing.input());
        List<ContentHash> forgotten = landing.hashes();
        Path segment = landing.input().resolve(SEGMENT);
        byte[] erased = Files.readAllBytes(segment);
        assertThat(erased).hasSameSizeAs(original);
        Path key = Path.of(landing.lake().suppressionKey());
        for (byte[] lines : List.of(erased, original)) {
            Landing anew = landing.inLake(lines == erased ? "of the erased" : "of the original");
            Files.copy(key, Path.of(anew.lake().suppressionKey()));
            write(anew, Catalogue.SUPPRESSIONS);
            anew.lake().table(Catalogue.SUPPRESSIONS).append(landing.rows(Catalogue.SUPPRESSIONS));
            Files.write(segment, lines);
            anew.run();
            assertThat(anew.hashes()).as(anew.lakeName()).isEqualTo(forgotten);
            assertThat(search(spark).below(folder.resolve(anew.lakeName()))).isEmpty();
        }
        Files.write(segment, erased);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
    }

    @Tag("slow")
    @Test
    void runsTwiceAndLetsStreamsGoOn(SparkSession spark) {
        Landing landing = lake(spark, folder);
        forget(landing, IdKind.AUTHOR, AUTHOR, landing.input());
        Map<String, Long> again = forget(landing, IdKind.AUTHOR, AUTHOR, landing.input());
        assertThat(again.values()).containsOnly(0L);
        landing.append(SEGMENT, line(post("cat's post"), 9), line(theirs("1800000000000000099", "back"), 9));
        assertThat(landing.run().rows()).containsEntry("changes", 1L).containsEntry("rejected", 1L);
        landing.settle();
        assertThat(texts(landing, Catalogue.POSTS)).hasSize(3);
        landing.loseCheckpoint();
        assertThat(landing.run().rows()).containsEntry("frames", 11L);
        assertThat(landing.rows(Catalogue.RAW_POSTS).count()).isEqualTo(11);
    }

    @Test
    @Tag("thorough")
    void waitsForWhatRunsAndForWhatIsUnread(SparkSession spark) {
        Landing landing = Landing.spool(spark, folder);
        landing.append(SEGMENT, line(post(FIRST), 0));
        landing.run();
        landing.settle();
        try (Lease running = Lease.take(landing.lake(), "score-posts")) {
            assertThatThrownBy(() -> forget(landing, IdKind.POST, FIRST))
                    .isInstanceOfSatisfying(PlatformException.class, refused -> assertThat(refused.exitCode())
                            .isEqualTo(75))
                    .hasMessageContaining("'score-posts'");
        }
        landing.append(SEGMENT, line(post(SECOND), 1));
        landing.run();
        assertThatThrownBy(() -> forget(landing, IdKind.POST, FIRST)).hasMessageContaining("'settle-posts'");
        landing.settle();

        // Killed, as it were, once the list is written: any later run completes it.
        assertThatThrownBy(() -> forget(landing, IdKind.POST, FIRST, folder.resolve("nowhere")))
                .isInstanceOf(RuntimeException.class);
        assertThat(texts(landing, Catalogue.POSTS)).hasSize(2);
        forget(landing, IdKind.POST, "5", landing.input());
        assertThat(search(spark).below(folder)).noneMatch(found -> found.contains("word 1"));
        assertThat(texts(landing, Catalogue.POSTS)).hasSize(1);
    }
}
