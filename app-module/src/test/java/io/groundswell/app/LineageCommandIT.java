package io.groundswell.app;

import static io.groundswell.testing.Posts.NOON;
import static io.groundswell.testing.Posts.post;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.model.Clock;
import io.groundswell.model.PostChange;
import io.groundswell.model.RawPost;
import io.groundswell.model.Trend;
import io.groundswell.table.Catalogue;
import io.groundswell.table.Lake;
import io.groundswell.table.Rows;
import io.groundswell.table.Table;
import io.groundswell.table.TableSpec;
import io.groundswell.testing.Posts;
import io.groundswell.testing.SparkTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Three posts with a tag: one in time, one received after the first decision, one that is deleted between the two. */
@ExtendWith(SparkTest.class)
class LineageCommandIT {
    private static final Instant FIRST = NOON.plusSeconds(310);
    private static final Instant SECOND = NOON.plusSeconds(900);

    private final PrintStream standardOut = System.out;
    private final PrintStream standardErr = System.err;
    private ByteArrayOutputStream out;
    private ByteArrayOutputStream err;

    @TempDir
    private Path folder;

    @BeforeEach
    void layTheLake(SparkSession spark) {
        Lake lake = new Lake(folder.toString());
        List<PostChange> changes = Stream.of(
                        post("1").tagged("storm"),
                        post("2").tagged("storm").received(NOON.plusSeconds(400)),
                        post("3").tagged("storm"),
                        post("3").deleted().received(NOON.plusSeconds(400)),
                        post("4").tagged("calm"))
                .map(Posts.Builder::change)
                .toList();
        append(spark, lake, Catalogue.POST_CHANGES, changes);
        append(
                spark,
                lake,
                Catalogue.RAW_POSTS,
                changes.stream()
                        .map(change -> new RawPost(
                                change.source(),
                                change.position(),
                                "x",
                                Clock.GATEWAY,
                                change.receivedAt(),
                                ("secret " + change.postId()).getBytes(UTF_8)))
                        .toList());
        append(spark, lake, Catalogue.TRENDS, List.of(trend(FIRST, 2), trend(SECOND, 2)));
        out = new ByteArrayOutputStream();
        err = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, UTF_8));
        System.setErr(new PrintStream(err, true, UTF_8));
    }

    @AfterEach
    void giveOutputBack() {
        System.setOut(standardOut);
        System.setErr(standardErr);
    }

    private static void append(SparkSession spark, Lake lake, TableSpec spec, List<? extends Record> rows) {
        Table table = lake.table(spec);
        table.createIfAbsent(spark);
        table.append(spark.createDataFrame(rows.stream().map(Rows::of).toList(), spec.schema()));
    }

    private static Trend trend(Instant decidedAt, long posts) {
        return new Trend(
                NOON,
                300,
                "all",
                "hashtag",
                "storm",
                decidedAt,
                NOON,
                "storm",
                posts,
                posts,
                0.1,
                7,
                20,
                0,
                0,
                true,
                "emerging",
                7,
                1,
                null,
                null,
                null,
                6,
                null,
                List.of(),
                3);
    }

    private JsonNode traced(String... more) throws IOException {
        String[] arguments = {"lineage", "--term", "#Storm", "--lake", folder.toString(), "--json"};
        assertThat(Main.execute(
                        Stream.concat(Stream.of(arguments), Stream.of(more)).toArray(String[]::new)))
                .isZero();
        JsonNode document = new ObjectMapper().readTree(out.toString(UTF_8));
        out.reset();
        return document;
    }

    @Test
    void tracesARowToWhatItCountedAndToItsFrames() throws IOException {
        JsonNode first = traced("--at", SECOND.minusSeconds(1).toString(), "--frames", "1");
        assertThat(first.get("changes").findValuesAsText("post_id")).containsExactly("1", "3");
        assertThat(first.get("whole").asBoolean()).isTrue();
        assertThat(first.get("frames")).hasSize(1);
        assertThat(first.get("frames").get(0).get("offset"))
                .isEqualTo(first.get("changes").get(0).get("offset"));
        assertThat(first.get("frames").get(0).get("bytes").asInt()).isEqualTo("secret 1".length());
        assertThat(first.toString()).doesNotContain("secret");

        JsonNode second = traced("--at", SECOND.toString(), "--frames", "1", "--show-payload");
        assertThat(second.get("changes").findValuesAsText("post_id")).containsExactly("1", "2");
        assertThat(second.get("frames").findValuesAsText("payload")).containsExactly("secret 1");

        assertThat(Main.execute("lineage", "--term", "storm", "--at", NOON.toString(), "--lake", folder.toString()))
                .isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("has no row in gold.trends");
    }
}
