package io.groundswell.ingest;

import static io.groundswell.ingest.XFrames.NOON;
import static io.groundswell.ingest.XFrames.envelope;
import static io.groundswell.ingest.XFrames.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groundswell.ingest.forget.ForgetPosts;
import io.groundswell.ingest.forget.Subject;
import io.groundswell.ingest.parse.ChangeColumns;
import io.groundswell.ingest.parse.ColumnSettings;
import io.groundswell.ingest.parse.PostFormats;
import io.groundswell.ingest.suppress.IdKind;
import io.groundswell.job.JobRunner;
import io.groundswell.job.Lease;
import io.groundswell.job.PlatformException;
import io.groundswell.model.PostTopic;
import io.groundswell.model.TermCount;
import io.groundswell.model.Trend;
import io.groundswell.table.Catalogue;
import io.groundswell.table.ContentHash;
import io.groundswell.table.Rows;
import io.groundswell.table.Table;
import io.groundswell.table.TableSpec;
import io.groundswell.testing.ByteSearch;
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
    private static final String AUTHOR = "7700000000000000077";
    private static final String FIRST = "1800000000000000018";
    private static final String SECOND = "1800000000000000029";
    private static final String EDIT = "1800000000000000030";
    private static final String COPY = "1900000000000000031";
    private static final String MARK = "zebrafinch";
    private static final String SEGMENT = "000000000001.ndjson";
    private static final PostFormats FORMATS = new PostFormats(ColumnSettings.DEFAULT, ChangeColumns.DEFAULT);

    @TempDir
    private Path folder;

    private static String line(XFrames frame, int second) {
        return envelope(NOON.plusSeconds(second), frame.json());
    }

    private static XFrames theirs(String id, String text) {
        XFrames frame = post(id).saying(text).tagged(MARK, "birds");
        frame.data().put("author_id", AUTHOR);
        return frame;
    }

    private static XFrames naming(String id, String type) {
        XFrames frame = post(id).saying("never! see " + FIRST).tagged("birds");
        frame.data().put("in_reply_to_user_id", AUTHOR);
        frame.data().putArray("referenced_tweets").addObject().put("type", type).put("id", FIRST);
        return frame;
    }

    /** Lands a spool in two batches, settles it, and adds what other jobs would have said of it. */
    private Landing lake(SparkSession spark) {
        Landing landing = Landing.spool(spark, folder);
        landing.append(
                SEGMENT,
                line(theirs(FIRST, "a " + MARK + " #" + MARK), 0),
                line(post("ann's post").tagged("birds"), 1),
                "torn {\"id\":\"" + FIRST + "\",\"text\":\"" + MARK,
                "torn, and nobody's");
        landing.run();
        landing.append(
                SEGMENT,
                line(theirs(SECOND, MARK + " again"), 2),
                line(theirs(FIRST, "a " + MARK + " #" + MARK), 3),
                line(theirs(EDIT, MARK + " edited").editOf(SECOND), 4),
                line(naming("bob's reply", "replied_to"), 5),
                line(naming(COPY, "retweeted").saying("RT @them: a " + MARK), 6));
        landing.run();
        landing.settle();
        write(landing, Catalogue.TERM_COUNTS, count(MARK), count("birds"));
        write(landing, Catalogue.TRENDS, trend(List.of("x/" + FIRST, "x/bob's reply")));
        write(
                landing,
                Catalogue.POST_TOPICS,
                new PostTopic("x", FIRST, 1, NOON, 0, 1.0, List.of(1f)),
                new PostTopic("x", "bob's reply", 1, NOON, 0, 1.0, List.of(1f)));
        return landing;
    }

    private static TermCount count(String term) {
        return new TermCount(NOON, 300, TermCount.SCOPE_ALL, "hashtag", term, NOON, 3, 2, 2, 2, 1.0, null, 0);
    }

    private static Trend trend(List<String> samples) {
        return new Trend(
                NOON,
                300,
                "all",
                "hashtag",
                "birds",
                NOON,
                NOON,
                "birds",
                3,
                2,
                0.5,
                7,
                4,
                true,
                "emerging",
                7,
                1,
                null,
                null,
                samples,
                1);
    }

    private static void write(Landing landing, TableSpec spec, Record... rows) {
        Table table = landing.lake().table(spec);
        table.createIfAbsent(landing.spark());
        List<org.apache.spark.sql.Row> made =
                java.util.Arrays.stream(rows).map(Rows::of).toList();
        table.append(landing.spark().createDataFrame(made, spec.schema()));
    }

    private static Map<String, Long> forget(Landing landing, IdKind kind, String id, Path... spools) {
        ForgetPosts job = new ForgetPosts(
                landing.lake(),
                new Subject(kind, "x", id),
                "they asked",
                List.of(spools),
                "x",
                FORMATS,
                ForgetPosts.tablesOf(landing.lake(), landing.spark()),
                Landing.CLOCK);
        return new JobRunner(landing.lake(), Landing.CLOCK)
                .run(job, landing.spark())
                .rows();
    }

    private static ByteSearch search(SparkSession spark) {
        return new ByteSearch(spark, List.of(AUTHOR, FIRST, SECOND, EDIT, COPY, MARK));
    }

    private static List<String> texts(Landing landing, TableSpec spec) {
        return landing.rows(spec)
                .selectExpr("concat_ws('|', post_id, author_id, text)")
                .as(Encoders.STRING())
                .collectAsList();
    }

    @Tag("slow")
    @Test
    void leavesNothingOfAnAuthorAndAllOfOthers(SparkSession spark) {
        Landing landing = lake(spark);
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
        Landing landing = lake(spark);
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
        Landing landing = lake(spark);
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
