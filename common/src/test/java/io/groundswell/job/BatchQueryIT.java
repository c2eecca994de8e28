package io.groundswell.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groundswell.testing.SparkTest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
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

        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> query.run(rows, (batch, id) -> {})).hasMessageContaining("interrupted");

        assertThat(Thread.interrupted()).isTrue();
        assertThat(spark.streams().active()).isEmpty();
    }

    /** Takes its time though it is interrupted, as a commit does. */
    private static void workOn(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }
}
