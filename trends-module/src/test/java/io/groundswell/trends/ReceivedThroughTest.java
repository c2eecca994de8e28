package io.groundswell.trends;

import static io.groundswell.testing.Posts.NOON;
import static io.groundswell.testing.Posts.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.model.Frontier;
import io.groundswell.table.Rows;
import io.groundswell.table.Schemas;
import io.groundswell.testing.Posts;
import io.groundswell.testing.SparkTest;
import io.groundswell.trends.count.Decisions;
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
class ReceivedThroughTest {
    private static final long MINUTE = 60_000_000;

    private static Dataset<Row> frontiers(SparkSession spark, Instant... closed) {
        List<Row> rows = Arrays.stream(closed)
                .map(through -> Rows.of(new Frontier("x", through, "run", NOON)))
                .toList();
        return spark.createDataFrame(rows, Schemas.of(Frontier.class));
    }

    private static List<Long> through(Dataset<Row> frontiers, long after, Dataset<Row> changes) {
        return changes.transform(new ReceivedThrough(frontiers, after)::apply)
                .select("through")
                .as(Encoders.LONG())
                .collectAsList();
    }

    @Test
    void isAGatewaysNewestRow(SparkSession spark) {
        Dataset<Row> changes = Posts.rows(spark, post("1"), post("2").late(Duration.ofSeconds(40)));

        assertThat(through(frontiers(spark), 0, changes)).containsExactly(Decisions.micros(NOON.plusSeconds(40)));
    }

    @Test
    void isAnArchivesNewestFrontier(SparkSession spark) {
        Dataset<Row> changes = Posts.rows(spark, post("1").replayed());

        assertThat(through(frontiers(spark), 0, changes)).isEmpty();
        assertThat(through(frontiers(spark, NOON, NOON.minusSeconds(9)), 0, changes))
                .containsExactly(Decisions.micros(NOON));
    }

    @Test
    void leavesOutWhatCanBeOfNoLiveSource(SparkSession spark) {
        long later = Decisions.micros(NOON.plus(Duration.ofMinutes(11)));

        assertThat(through(frontiers(spark), later, Posts.rows(spark, post("1"))))
                .isEmpty();
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
