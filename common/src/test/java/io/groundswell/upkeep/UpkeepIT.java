package io.groundswell.upkeep;

import static io.groundswell.testing.Posts.NOON;
import static io.groundswell.testing.Posts.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.job.BatchQuery;
import io.groundswell.job.Cadence;
import io.groundswell.model.Run;
import io.groundswell.table.Catalogue;
import io.groundswell.table.Commit;
import io.groundswell.table.CommitTag;
import io.groundswell.table.ContentHash;
import io.groundswell.table.Lake;
import io.groundswell.table.Rows;
import io.groundswell.table.Table;
import io.groundswell.testing.Posts;
import io.groundswell.testing.SparkTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkTest.class)
class UpkeepIT {
    private static final Compaction COMPACTION = new Compaction(3, 1 << 20);
    private final FileTime longAgo = FileTime.from(Instant.now().minus(Duration.ofDays(40)));

    @TempDir
    private Path root;

    private Table changes;

    @BeforeEach
    void makeATableOfThreeFiles(SparkSession spark) {
        changes = new Lake(root.toString()).table(Catalogue.POST_CHANGES);
        changes.createIfAbsent(spark);
        for (int i = 1; i <= 3; i++) {
            append(spark, i);
        }
    }

    /** Appends one file, as version i. */
    private void append(SparkSession spark, int i) {
        changes.append(Posts.rows(spark, post("p" + i), post("q" + i)).coalesce(1), new CommitTag("test", i));
    }

    private ContentHash hash(SparkSession spark) {
        return ContentHash.of(changes.read(spark), changes.spec().hashed());
    }

    /** Returns the posts that a stream gives from where it was. */
    private List<String> streamed(SparkSession spark) {
        List<String> posts = new ArrayList<>();
        new BatchQuery(root.resolve("checkpoint").toString(), Cadence.AVAILABLE_NOW)
                .run(
                        changes.stream(spark),
                        (rows, id) -> posts.addAll(
                                rows.select("post_id").as(Encoders.STRING()).collectAsList()));
        return posts;
    }

    private Path commit(long version) {
        return Path.of(changes.path(), "_delta_log/%020d.json".formatted(version));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(changes.path()))) {
            return files.filter(file -> file.toString().endsWith(".parquet")).toList();
        }
    }

    @Test
    void compactsWithoutARowChangingForReadersOrStreams(SparkSession spark) throws IOException {
        assertThat(streamed(spark)).hasSize(6);
        append(spark, 4);
        ContentHash before = hash(spark);

        assertThat(COMPACTION.pays(changes, spark)).isTrue();
        Compaction.Done done = COMPACTION.run(changes, spark);

        assertThat(done.filesRemoved()).isEqualTo(4);
        assertThat(done.filesAdded()).isEqualTo(1);
        assertThat(COMPACTION.pays(changes, spark)).isFalse();
        assertThat(hash(spark)).isEqualTo(before);
        assertThat(Files.readString(commit(5))).contains("\"dataChange\":false").doesNotContain("\"dataChange\":true");
        assertThat(Commit.sameRowsSince(changes, spark, 5)).isEqualTo(4);
        append(spark, 4); // the tag is still known
        assertThat(changes.version(spark)).hasValue(5);
        assertThat(streamed(spark)).containsExactlyInAnyOrder("p4", "q4");
        append(spark, 6);
        assertThat(streamed(spark)).containsExactlyInAnyOrder("p6", "q6");
    }

    @Test
    void vacuumsWhatWasRemovedLongAgoAlone(SparkSession spark) throws IOException {
        COMPACTION.run(changes, spark);
        ContentHash before = hash(spark);
        for (Path file : files()) {
            Files.setLastModifiedTime(file, longAgo);
        }
        Vacuum vacuum = new Vacuum(changes, spark);
        assertThat(vacuum.retention()).isEqualTo(Vacuum.LEAST);
        assertThat(vacuum.run().files()).as("removed just now").isZero();

        String removal = Files.readString(commit(4));
        Files.delete(commit(4)); // and its checksum with it
        Files.writeString(commit(4), removal.replaceAll("(\"deletionTimestamp\":)\\d+", "$1" + longAgo.toMillis()));
        DeltaLog.clearCache();
        Vacuum.Done done = vacuum.run();

        assertThat(done.files()).isEqualTo(3);
        assertThat(done.bytes()).isPositive();
        assertThat(files()).hasSize(1);
        assertThat(hash(spark)).isEqualTo(before);
        assertThat(changes.version(spark)).as("no commit of its own").hasValue(4);
        assertThat(vacuum.run().files()).isZero();
    }

    @Test
    void knowsSinceWhenAFileMayStillBeAskedFor(SparkSession spark) throws IOException {
        assertThat(new NeededVersion("one that has read all", 4, false).since(changes, spark))
                .isEmpty();
        COMPACTION.run(changes, spark); // version 4
        Files.setLastModifiedTime(commit(3), longAgo);

        assertThat(new NeededVersion("a stream before the compaction", 4, false).since(changes, spark))
                .as("what it passes over removed nothing that it reads")
                .isEmpty();
        assertThat(new NeededVersion("a stream before version 2", 2, false).since(changes, spark))
                .contains(longAgo.toInstant().truncatedTo(ChronoUnit.MILLIS).minus(Duration.ofDays(1)));
        assertThat(new NeededVersion("a reader of version 3", 3, true).since(changes, spark))
                .hasValueSatisfying(since -> assertThat(since).isAfter(longAgo.toInstant()));
        assertThat(new NeededVersion("a reader of version 4", 4, true).since(changes, spark))
                .isEmpty();
        new LogCheckpoint(1).write(changes, spark);
        Files.deleteIfExists(commit(2)); // the checkpoint cuts it off, since the one behind it is that old
        DeltaLog.clearCache();
        assertThat(new NeededVersion("one whose log is cut off", 1, false).since(changes, spark))
                .contains(Instant.EPOCH.minus(Duration.ofDays(1)));
    }

    @Test
    void deletesRowsThatAreOlderThanTheNewestAllows(SparkSession spark) {
        Table runs = new Lake(root.toString()).table(Catalogue.RUNS);
        runs.createIfAbsent(spark);
        Retention retention = new Retention("started_at", Duration.ofDays(90));
        assertThat(retention.deleteFrom(runs, spark)).isZero();
        runs.append(spark.createDataFrame(
                Stream.of(0, 20, 89, 91, 400)
                        .map(days -> Rows.of(run(NOON.minus(Duration.ofDays(days)))))
                        .toList(),
                runs.spec().schema()));

        assertThat(retention.deleteFrom(runs, spark)).isEqualTo(2);

        assertThat(runs.read(spark).count()).isEqualTo(3);
        assertThat(retention.deleteFrom(runs, spark)).isZero();
    }

    @Test
    void writesACheckpointOnceItPays(SparkSession spark) {
        assertThat(new LogCheckpoint(4).write(changes, spark)).isFalse();
        assertThat(new LogCheckpoint(3).write(changes, spark)).isTrue();
        assertThat(new LogCheckpoint(3).write(changes, spark)).isFalse();
        assertThat(commit(3).resolveSibling("%020d.checkpoint.parquet".formatted(3)))
                .exists();
        assertThat(changes.read(spark).count()).isEqualTo(6);
    }

    private static Run run(Instant at) {
        return new Run("run of " + at, "test", at, at, 0, Run.DONE, "", Map.of(), Map.of(), Map.of(), null);
    }
}
