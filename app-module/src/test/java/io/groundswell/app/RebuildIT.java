package io.groundswell.app;

import static io.groundswell.app.RebuildLakes.EASY;
import static io.groundswell.app.RebuildLakes.FRESH;
import static io.groundswell.app.RebuildLakes.OLD;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.job.Cadence;
import io.groundswell.job.JobRunner;
import io.groundswell.table.Catalogue;
import io.groundswell.table.ContentHash;
import io.groundswell.table.Lake;
import io.groundswell.table.Table;
import io.groundswell.testing.SparkTest;
import io.groundswell.trends.DetectTrends;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Holds that a rebuilt lake is one that has landed the same frames by this build, and goes on as such a one. */
@ExtendWith(SparkTest.class)
class RebuildIT {
    private static final int KILLED = 137;
    private static final int STOPPED = 2;

    @TempDir
    private Path folder;

    private RebuildLakes lakes;

    @BeforeEach
    void simulate(SparkSession started) throws IOException {
        lakes = RebuildLakes.simulated(folder);
    }

    private void requireSame(SparkSession spark) {
        assertThat(lakes.hashes(OLD, spark)).isEqualTo(lakes.hashes(FRESH, spark));
    }

    @Test
    void isAsALakeThatLandedTheSameFrames(SparkSession spark) throws IOException {
        lakes.layLakes(spark);
        assertThat(lakes.hashes(OLD, spark)).isNotEqualTo(lakes.hashes(FRESH, spark));
        assertThat(lakes.versionFindings()).isNotEmpty().containsOnly("warning");

        JsonNode rebuilt = lakes.job("rebuild", OLD);

        requireSame(spark);
        assertThat(lakes.hashes(OLD, spark))
                .allSatisfy((table, hash) -> assertThat(hash.rows()).as(table).isPositive());
        assertThat(rebuilt.get("rows").get("tables").asLong()).isEqualTo(6);
        assertThat(folder.resolve(OLD).resolve("_rebuild")).doesNotExist();
        assertThat(lakes.versionFindings()).containsExactly("ok");
    }

    @Test
    @Tag("slow")
    void changesNothingWhenRunAgain(SparkSession spark) throws IOException {
        lakes.layLakes(spark);
        lakes.job("rebuild", OLD);
        lakes.append(0.8, 1);
        lakes.goOn(OLD);
        lakes.goOn(FRESH);
        requireSame(spark);
        Map<String, ContentHash> first = lakes.hashes(OLD, spark);

        lakes.job("rebuild", OLD);
        assertThat(lakes.hashes(OLD, spark)).isEqualTo(first);
        lakes.goOn(OLD);
        assertThat(lakes.hashes(OLD, spark)).isEqualTo(first);
    }

    @Test
    @Tag("slow")
    void goesOnBesideTheLiveJobs(SparkSession spark) throws Exception {
        lakes.layLakes(spark);
        Cadence often = Cadence.every(Duration.ofMillis(200));
        Lake lake = new Lake(lakes.file(OLD));
        JobRunner runner = new JobRunner(lake, Clock.systemUTC());
        // Sessions of their own: one has each query once, and 'rebuild' is another process.
        SparkSession ofLanding = spark.newSession();
        SparkSession ofDetecting = spark.newSession();
        Thread landing = new Thread(() -> runner.run(lakes.landing(OLD, often), ofLanding), "landing");
        Thread detecting = new Thread(() -> runner.run(new DetectTrends(lake, EASY, often), ofDetecting), "detecting");
        List<Thread> live = List.of(landing, detecting);
        live.forEach(Thread::start);
        try {
            lakes.append(0.8, 0.85);
            Thread feeding = new Thread(() -> lakes.feed(0.85, 0.95), "feeding");
            feeding.start();
            lakes.job("rebuild", OLD);
            feeding.join();
            assertThat(live).allMatch(Thread::isAlive);
            lakes.append(0.95, 1);
            awaitFrames(lake, spark);
        } finally {
            for (Thread thread : live) {
                thread.interrupt();
                thread.join();
            }
        }
        lakes.goOn(OLD);
        lakes.goOn(FRESH);
        requireSame(spark);
    }

    private void awaitFrames(Lake lake, SparkSession spark) throws InterruptedException {
        Table bronze = lake.table(Catalogue.RAW_POSTS);
        for (int i = 0; i < 120 && bronze.read(spark).count() < lakes.frames(); i++) {
            Thread.sleep(500);
        }
    }

    @Test
    @Tag("slow")
    void refusesAnOlderTableAndMakesItAnew(SparkSession spark) throws IOException {
        lakes.layLakes(spark);
        String trends = new Lake(lakes.file(OLD)).table(Catalogue.TRENDS).path();
        spark.read()
                .format("delta")
                .load(trends)
                .drop("threshold", "story_id")
                .write()
                .format("delta")
                .mode("overwrite")
                .option("overwriteSchema", "true")
                .save(trends);
        assertThat(Main.execute(lakes.command("detect-trends", OLD))).isEqualTo(2);

        lakes.job("rebuild", OLD);

        requireSame(spark);
        lakes.append(0.8, 1);
        lakes.goOn(OLD);
        lakes.goOn(FRESH);
        requireSame(spark);
    }

    /** Killed within a look, and at each step of a swap. */
    @Test
    @Tag("slow")
    void aLaterRunGoesOnWhereOneWasKilled(SparkSession spark) throws Exception {
        lakes.layLakes(spark);
        Map<String, ContentHash> before = lakes.hashes(OLD, spark);

        assertThat(rebuildUntil("rebuild.afterBatch:1")).isEqualTo(KILLED);
        assertThat(lakes.hashes(OLD, spark)).isEqualTo(before);
        assertThat(rebuildUntil("swap.afterMark:1")).isEqualTo(KILLED);
        assertThat(lakes.hashes(OLD, spark)).isEqualTo(before);
        assertThat(Main.execute("ingest", "--spool", lakes.file("spool"), "--lake", lakes.file(OLD)))
                .isEqualTo(STOPPED);
        for (String point : List.of("swap.beforeCommit:1", "swap.afterCommit:2", "swap.beforeCommit:3")) {
            assertThat(rebuildUntil(point)).as(point).isEqualTo(KILLED);
        }
        assertThat(rebuildUntil("swap.beforeDiscard:1")).isEqualTo(KILLED);
        lakes.job("rebuild", OLD);

        requireSame(spark);
        lakes.append(0.8, 1);
        lakes.goOn(OLD);
        lakes.goOn(FRESH);
        requireSame(spark);
    }

    private int rebuildUntil(String failpoint) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.add("-Dgroundswell.failpoints=" + failpoint);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of(lakes.command("rebuild", OLD)));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("process.log").toFile())
                .start()
                .waitFor();
    }
}
