package io.groundswell.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groundswell.testing.SparkTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQueryListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkTest.class)
class BatchQueryIT {
    @TempDir
    private Path root;

    @Test
    void waitsForTheBatchAtWorkWhereItIsInterrupted(SparkSession spark) {
        Dataset<Row> rows =
                spark.readStream().format("rate").option("rowsPerSecond", 1).load();
        BatchQuery query = new BatchQuery(root.resolve("job/rows").toString(), Cadence.every(Duration.ofMillis(100)));
        Thread waiting = Thread.currentThread();
        AtomicBoolean isOver = new AtomicBoolean();

        assertThatThrownBy(() -> query.run(rows, (batch, id) -> {
                    waiting.interrupt();
                    workOn(Duration.ofSeconds(1));
                    isOver.set(true);
                }))
                .hasMessageContaining("interrupted");

        assertThat(Thread.interrupted()).isTrue();
        assertThat(isOver).isTrue();
        assertThat(spark.streams().active()).isEmpty();
    }

    @Test
    void leavesNoQueryWhereItIsInterruptedAtItsStart(SparkSession spark) {
        Dataset<Row> rows =
                spark.readStream().format("rate").option("rowsPerSecond", 1).load();
        BatchQuery query = new BatchQuery(root.resolve("job/rows").toString(), Cadence.every(Duration.ofMillis(100)));
        InterruptedStart interrupting = new InterruptedStart(Thread.currentThread());

        spark.streams().addListener(interrupting);
        try {
            assertThatThrownBy(() -> query.run(rows, (batch, id) -> {})).hasMessageContaining("interrupted");
        } finally {
            spark.streams().removeListener(interrupting);
        }

        assertThat(Thread.interrupted()).isTrue();
        assertThat(spark.streams().active()).isEmpty();
    }

    @Test
    void startsWhereTheFirstWriteOfItsProgressWasCutOff(SparkSession spark) throws IOException {
        Path input = Files.createDirectory(root.resolve("input"));
        Files.writeString(input.resolve("1.txt"), "a line");
        Path offsets = Files.createDirectories(root.resolve("job/rows/offsets"));
        Path draft = Files.writeString(offsets.resolve(".0.a9f2bd12-6b15-4f0c-a1d4-3a8a6e1d5c33.tmp"), "v1\n{\"batch");
        BatchQuery query = new BatchQuery(root.resolve("job/rows").toString(), Cadence.AVAILABLE_NOW);
        AtomicLong rows = new AtomicLong();

        query.run(
                spark.readStream().format("text").load(input.toString()), (batch, id) -> rows.addAndGet(batch.count()));

        assertThat(rows).hasValue(1);
        assertThat(offsets.resolve("0")).exists();
        assertThat(draft).doesNotExist();
    }

    /** Interrupts a thread that waits for a query to begin: Spark tells of the beginning before it lets go of the thread. */
    private static final class InterruptedStart extends StreamingQueryListener {
        private final Thread waiting;

        InterruptedStart(Thread waiting) {
            this.waiting = waiting;
        }

        @Override
        public void onQueryStarted(QueryStartedEvent event) {
            waiting.interrupt();
            workOn(Duration.ofSeconds(1));
        }

        @Override
        public void onQueryProgress(QueryProgressEvent event) {}

        @Override
        public void onQueryTerminated(QueryTerminatedEvent event) {}
    }

    /** Takes its time though it is interrupted, as a commit does. */
    private static void workOn(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }
}
