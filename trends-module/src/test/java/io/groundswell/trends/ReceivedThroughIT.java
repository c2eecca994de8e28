package io.groundswell.trends;

import static io.groundswell.testing.Posts.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.model.Frontier;
import io.groundswell.table.Micros;
import io.groundswell.table.Rows;
import io.groundswell.table.Schemas;
import io.groundswell.testing.SparkTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkTest.class)
class ReceivedThroughIT {
    private static final long MINUTE = 60_000_000;

    private static Frontier frontier(String source, String input, Instant through) {
        return new Frontier(source, input, through, "run", NOON);
    }

    private static List<Instant> through(SparkSession spark, long after, Frontier... told) {
        Dataset<Row> frontiers =
                spark.createDataFrame(Arrays.stream(told).map(Rows::of).toList(), Schemas.of(Frontier.class));
        return frontiers
                .transform(new ReceivedThrough(after)::apply)
                .select("through")
                .as(Encoders.LONG())
                .collectAsList()
                .stream()
                .map(Micros::instant)
                .toList();
    }

    @Test
    void isTheNewestThatAnInputTells(SparkSession spark) {
        assertThat(through(
                        spark,
                        0,
                        frontier("x", "spool", NOON),
                        frontier("x", "spool", NOON.plusSeconds(40)),
                        frontier("x", "spool", NOON.plusSeconds(20))))
                .containsExactly(NOON.plusSeconds(40));
    }

    @Test
    void isToldOfEachInputAndSourceForItself(SparkSession spark) {
        assertThat(through(
                        spark,
                        0,
                        frontier("x", "spool", NOON.plusSeconds(9)),
                        frontier("x", "other", NOON),
                        frontier("bluesky", "spool", NOON.plusSeconds(5)),
                        frontier("x", null, NOON.minusSeconds(60)),
                        frontier("x", null, NOON.minusSeconds(90))))
                .containsExactlyInAnyOrder(NOON.plusSeconds(9), NOON, NOON.plusSeconds(5), NOON.minusSeconds(60));
    }

    @Test
    void leavesOutWhatCanBeOfNoLiveSource(SparkSession spark) {
        long later = Micros.of(NOON.plus(Duration.ofMinutes(11)));

        assertThat(through(spark, later, frontier("x", "spool", NOON))).isEmpty();
    }

    @Test
    void isWhatTheSlowestLiveSourceHas() {
        assertThat(ReceivedThrough.watermark(List.of(100 * MINUTE, 95 * MINUTE, 20 * MINUTE)))
                .hasValue(95 * MINUTE);
        assertThat(ReceivedThrough.watermark(List.of(100 * MINUTE, 90 * MINUTE)))
                .hasValue(90 * MINUTE);
        assertThat(ReceivedThrough.watermark(List.of())).isEmpty();
    }
}
