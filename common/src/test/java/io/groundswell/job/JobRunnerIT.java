package io.groundswell.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groundswell.model.Run;
import io.groundswell.table.Catalogue;
import io.groundswell.table.Lake;
import io.groundswell.table.Table;
import io.groundswell.testing.Posts;
import io.groundswell.testing.SparkTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkTest.class)
class JobRunnerIT {
    @TempDir
    private Path root;

    private Lake lake;
    private JobRunner runner;

    @BeforeEach
    void placeTheLake() {
        lake = new Lake(root.toString());
        runner = new JobRunner(lake, Clock.fixed(Instant.parse("2026-03-01T00:00:00Z"), ZoneOffset.UTC));
    }

    /** Appends one post, or fails. */
    private record LandOne(Table posts, boolean isFailing) implements Job {
        @Override
        public String name() {
            return "land-one";
        }

        @Override
        public List<Table> reads() {
            return List.of();
        }

        @Override
        public List<Table> writes() {
            return List.of(posts);
        }

        @Override
        public Outcome run(SparkSession spark) {
            if (isFailing) {
                throw PlatformException.usage("There is nothing to land.");
            }
            posts.append(Posts.rows(spark, Posts.post("1")));
            return new Outcome("by hand", Map.of("posts", 1L));
        }
    }

    @Test
    void refusesATableOfAnOlderBuildBeforeItReadsAnything(SparkSession spark) {
        Table posts = lake.table(Catalogue.POST_CHANGES);
        spark.createDataFrame(List.of(), posts.spec().schema())
                .drop("terms")
                .write()
                .format("delta")
                .save(posts.path());

        assertThatThrownBy(() -> runner.run(new LandOne(posts, false), spark))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("silver.post_changes")
                .hasMessageContaining("lacks the columns (terms)")
                .hasMessageContaining("'rebuild'");
    }

    @Test
    void createsTablesAndRecordsTheRun(SparkSession spark) {
        Table posts = lake.table(Catalogue.POST_CHANGES);

        Run run = runner.run(new LandOne(posts, false), spark);

        assertThat(run.status()).isEqualTo("done");
        assertThat(run.engine()).isEqualTo("spark " + spark.version() + ", by hand");
        assertThat(run.versionsWritten()).isEqualTo(Map.of("silver.post_changes", 1L));
        List<Row> runs =
                lake.table(Catalogue.RUNS).read(spark).select("job", "status").collectAsList();
        assertThat(runs)
                .extracting(row -> row.getString(0) + " " + row.getString(1))
                .containsExactly("land-one done");
    }

    @Test
    void recordsAFailureAndHandsItOn(SparkSession spark) {
        LandOne failing = new LandOne(lake.table(Catalogue.POST_CHANGES), true);

        assertThatThrownBy(() -> runner.run(failing, spark)).hasMessage("There is nothing to land.");

        Row run =
                lake.table(Catalogue.RUNS).read(spark).select("status", "error").head();
        assertThat(run.getString(0)).isEqualTo("failed");
        assertThat(run.getString(1)).isEqualTo("PlatformException");
    }

    @Test
    void refusesALogThatLostItsNewestCommit(SparkSession spark) throws IOException {
        Table posts = lake.table(Catalogue.POST_CHANGES);
        LandOne job = new LandOne(posts, false);
        runner.run(job, spark);
        runner.run(job, spark);

        for (Table table : List.of(posts, lake.table(Catalogue.RUNS))) {
            String name = "%020d.json".formatted(table.version(spark).orElseThrow());
            Path commit = Path.of(table.path(), "_delta_log", name);
            byte[] lost = Files.readAllBytes(commit);
            Files.delete(commit);
            table.forgetLog(spark);

            assertThatThrownBy(() -> runner.run(job, spark))
                    .isInstanceOf(PlatformException.class)
                    .hasMessageContaining(name)
                    .hasMessageContaining(table.name())
                    .hasMessageContaining("doctor");
            Files.write(commit, lost);
            table.forgetLog(spark);
        }
        assertThat(runner.run(job, spark).status()).isEqualTo("done");
    }

    @Test
    void refusesACheckpointWhosePositionIsAnother(SparkSession spark) throws IOException {
        Table posts = lake.table(Catalogue.POST_CHANGES);
        runner.run(new LandOne(posts, false), spark);
        Path checkpoint = Path.of(lake.checkpoint("land-one", "posts"));
        BatchQuery query = new BatchQuery(checkpoint.toString(), Cadence.AVAILABLE_NOW);
        query.run(posts.stream(spark), (rows, batch) -> {});
        assertThat(checkpoint.resolve("seals/0")).exists();

        Path offsets = checkpoint.resolve("offsets/0");
        String position = Files.readString(offsets);
        Files.delete(offsets);
        Files.writeString(offsets, position + " ");

        assertThatThrownBy(() -> query.run(posts.stream(spark), (rows, batch) -> {}))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("offsets/0")
                .hasMessageContaining("land-one");
    }

    /** Fails with what no Java method would declare, as Spark's Scala does. */
    private record FailUndeclared(Table posts) implements Job {
        @Override
        public String name() {
            return "fail-undeclared";
        }

        @Override
        public List<Table> reads() {
            return List.of();
        }

        @Override
        public List<Table> writes() {
            return List.of(posts);
        }

        @Override
        public Outcome run(SparkSession spark) {
            throw undeclared(new IOException("disk"));
        }

        @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the point of it
        private static <T extends Throwable> RuntimeException undeclared(Throwable failure) throws T {
            throw (T) failure;
        }
    }

    @Test
    void recordsAFailureOfAnyKind(SparkSession spark) {
        FailUndeclared failing = new FailUndeclared(lake.table(Catalogue.POST_CHANGES));

        assertThatThrownBy(() -> runner.run(failing, spark)).hasMessage("disk");

        assertThat(lake.table(Catalogue.RUNS).read(spark).select("error").head().getString(0))
                .isEqualTo("IOException");
    }

    @Test
    void refusesASecondRunAtTheSameTime(SparkSession spark) {
        LandOne job = new LandOne(lake.table(Catalogue.POST_CHANGES), false);
        try (Lease held = Lease.take(lake, job.name())) {
            assertThatThrownBy(() -> runner.run(job, spark))
                    .isInstanceOfSatisfying(PlatformException.class, refused -> assertThat(refused.exitCode())
                            .isEqualTo(75))
                    .hasMessageContaining("Another 'land-one' is running");
        }
        assertThat(runner.run(job, spark).status()).isEqualTo("done");
    }
}
