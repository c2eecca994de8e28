package io.groundswell.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.ingest.parse.ChangeColumns;
import io.groundswell.ingest.parse.ColumnSettings;
import io.groundswell.ingest.parse.PostFormats;
import io.groundswell.ingest.simulate.SimulationSettings;
import io.groundswell.ingest.simulate.Simulator;
import io.groundswell.ingest.simulate.wire.CsvFormat;
import io.groundswell.ingest.topic.KafkaSettings;
import io.groundswell.job.Cadence;
import io.groundswell.job.JobRunner;
import io.groundswell.table.Catalogue;
import io.groundswell.testing.SparkTest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * As many simulated posts as {@code -Dgroundswell.formats.posts} says, landed and settled in each wire format: the same
 * rows of silver.posts, but for what a format can't say. Terms are those of {@link PlainTerms}.
 */
@Tag("slow")
@ExtendWith(SparkTest.class)
class SettledInEachFormatIT {
    private static final int POSTS = Integer.getInteger("groundswell.formats.posts", 50_000);
    private static final PostFormats FORMATS = new PostFormats(
            new ColumnSettings("id", "text", "created_at", "author_id", "lang", "hashtags", CsvFormat.HEADER, ","),
            new ChangeColumns("op", "changed_at"));

    @TempDir
    private Path folder;

    @Test
    void givesTheSamePosts(SparkSession spark) throws IOException {
        Dataset<Row> expected = posts(spark, "x", 1);

        assertSame(expected, posts(spark, "flume", 1), Map.of());
        assertSame(
                expected,
                posts(spark, "jetstream", 1),
                Map.of("kind", "if(kind = 'repost', 'post', kind)", "mentions", "size(mentions)"));
        assertSame(expected, posts(spark, "mastodon", 1), Map.of());
        Map<String, String> unmapped = Map.of("kind", "'post'", "mentions", "null", "links", "null");
        assertSame(expected, posts(spark, "json", 1), unmapped);
        Map<String, String> flat = new LinkedHashMap<>(unmapped);
        flat.put("text", "replace(text, '\n', ' ')");
        assertSame(expected, posts(spark, "csv", 1), flat);
    }

    /** The archive of X knows no edits, so it is compared without faults. */
    @Test
    void givesTheSamePostsOfTheArchive(SparkSession spark) throws IOException {
        assertSame(posts(spark, "x", 0), posts(spark, "x-v1", 0), Map.of());
    }

    private Dataset<Row> posts(SparkSession spark, String format, double faults) throws IOException {
        Path own = folder.resolve(format + faults);
        Landing landing = Landing.spool(spark, own);
        new Simulator(new SimulationSettings(
                        "rough", POSTS, 0.12, 5, Instant.parse("2026-03-01T00:00:00Z"), 0, faults, format))
                .writeSpool(landing.input(), own.resolve("truth.json"));
        IngestSettings settings = new IngestSettings(
                landing.input().toString(),
                "feed",
                format,
                InputKind.SPOOL,
                IngestSettings.DEFAULT.maxBytesPerBatch(),
                Cadence.AVAILABLE_NOW,
                OnGap.STOP);
        LandPosts job = new LandPosts(
                landing.lake(), settings, KafkaSettings.DEFAULT, FORMATS, List.of(new PlainTerms()), Landing.CLOCK);
        new JobRunner(landing.lake(), Landing.CLOCK).run(job, spark);
        landing.settle();
        return landing.rows(Catalogue.POSTS);
    }

    /** Compares what the expressions make of each row; a column without one is compared as it is. */
    private static void assertSame(Dataset<Row> expected, Dataset<Row> found, Map<String, String> sayable) {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("id", "regexp_replace(post_id, '^at://.*/', '')");
        columns.put("author", "regexp_replace(author_id, '^did:plc:', '')");
        // The id of an edit on X tells the second in which its post was written, and its archive tells no more of any.
        columns.put("created_at", "date_trunc('second', created_at)");
        for (String column : List.of("changed_at", "language", "text", "terms", "mentions", "links", "kind")) {
            columns.put(column, column);
        }
        columns.putAll(sayable);
        Dataset<Row> left = select(expected, columns);
        Dataset<Row> right = select(found, columns);

        long posts = left.count();
        // A fault breaks one of the fields that a format must have, so a frame may be broken in one format alone.
        // That is one frame in a thousand; deletions and edits are three times as many each.
        assertThat(right.join(left, "id", "left_anti").count()).isLessThan(posts / 500);
        assertThat(left.join(right, "id", "left_anti").count()).isLessThan(posts / 500);
        assertThat(right.except(left).join(left.select("id"), "id").takeAsList(3))
                .isEmpty();
    }

    private static Dataset<Row> select(Dataset<Row> posts, Map<String, String> columns) {
        return posts.selectExpr(columns.entrySet().stream()
                .map(column -> column.getValue() + " AS " + column.getKey())
                .toArray(String[]::new));
    }
}
