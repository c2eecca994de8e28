package io.groundswell.ingest;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groundswell.ingest.parse.ChangeColumns;
import io.groundswell.ingest.parse.ColumnSettings;
import io.groundswell.ingest.parse.PostFormats;
import io.groundswell.ingest.topic.KafkaSettings;
import io.groundswell.job.Cadence;
import io.groundswell.job.JobRunner;
import io.groundswell.job.Transform;
import io.groundswell.model.Run;
import io.groundswell.table.Catalogue;
import io.groundswell.table.ContentHash;
import io.groundswell.table.Lake;
import io.groundswell.table.TableSpec;
import io.groundswell.testing.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A lake and an input in a test's folder, and the job that leads from one to the other. */
record Landing(SparkSession spark, Path folder, String lakeName, InputKind kind, long maxBytes, Clock clock) {
    /** An hour after the fixtures' noon. */
    static final Clock CLOCK = Clock.fixed(XFrames.NOON.plus(Duration.ofHours(1)), ZoneOffset.UTC);

    private static final long AMPLE_BYTES = 1 << 20;

    static Landing archive(SparkSession spark, Path folder) {
        return new Landing(spark, folder, "lake", InputKind.ARCHIVE, AMPLE_BYTES, CLOCK);
    }

    static Landing spool(SparkSession spark, Path folder) {
        return new Landing(spark, folder, "lake", InputKind.SPOOL, AMPLE_BYTES, CLOCK);
    }

    Landing inBatchesOf(long bytes) {
        return new Landing(spark, folder, lakeName, kind, bytes, clock);
    }

    Landing inLake(String name) {
        return new Landing(spark, folder, name, kind, maxBytes, clock);
    }

    Landing by(Clock other) {
        return new Landing(spark, folder, lakeName, kind, maxBytes, other);
    }

    Lake lake() {
        return new Lake(folder.resolve(lakeName).toString());
    }

    Path input() {
        return folder.resolve("input");
    }

    LandPosts job(Transform transform, Cadence cadence) {
        IngestSettings settings = new IngestSettings(input().toString(), "x", "x", kind, maxBytes, cadence, OnGap.STOP);
        return new LandPosts(
                lake(),
                settings,
                KafkaSettings.DEFAULT,
                new PostFormats(ColumnSettings.DEFAULT, ChangeColumns.DEFAULT),
                List.of(transform),
                clock);
    }

    Run run() {
        return run(Cadence.AVAILABLE_NOW);
    }

    Run run(Cadence cadence) {
        return new JobRunner(lake(), clock).run(job(new PlainTerms(), cadence), spark);
    }

    /** Runs with a transform that fails: the first batch reaches bronze and the rejections, not the changes. */
    void runHalfABatch() {
        Transform failing = changes -> {
            throw new IllegalStateException("on purpose");
        };
        assertThatThrownBy(() -> new JobRunner(lake(), clock).run(job(failing, Cadence.AVAILABLE_NOW), spark))
                .hasStackTraceContaining("on purpose");
    }

    Run settle() {
        return new JobRunner(lake(), clock).run(new SettlePosts(lake(), Cadence.AVAILABLE_NOW), spark);
    }

    Dataset<Row> rows(TableSpec spec) {
        return lake().table(spec).read(spark);
    }

    /** Returns what an expression gives for each change. */
    List<String> changes(String expression) {
        return changes().selectExpr(expression).as(Encoders.STRING()).collectAsList();
    }

    Dataset<Row> changes() {
        return rows(Catalogue.POST_CHANGES);
    }

    ContentHash hash(TableSpec spec) {
        return ContentHash.of(rows(spec), spec.hashed());
    }

    /** Returns the hashes of what ingest writes of frames. */
    List<ContentHash> hashes() {
        return List.of(hash(Catalogue.RAW_POSTS), hash(Catalogue.REJECTED_POSTS), hash(Catalogue.POST_CHANGES));
    }

    /** Appends lines, each with its end, to a file of the input. */
    void append(String file, String... lines) {
        appendText(file, String.join("\n", lines) + "\n");
    }

    void appendText(String file, String text) {
        try {
            Path path = input().resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Throws the checkpoints away. */
    void loseCheckpoint() {
        delete(folder.resolve(lakeName).resolve("_checkpoints"));
    }

    static void delete(Path folder) {
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
