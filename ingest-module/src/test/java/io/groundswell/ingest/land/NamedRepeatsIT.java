package io.groundswell.ingest.land;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.model.PostChange;
import io.groundswell.testing.SparkTest;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkTest.class)
class NamedRepeatsIT {
    private static final String CREATED = PostChange.CREATED;
    private static final long SECOND = 1_000_000;
    private static final NamedRepeats REPEATS = new NamedRepeats(new LaterCopies(60_000));
    private static final StructType KNOWN = StructType.fromDDL(
            "source STRING, subject STRING, op STRING, version STRING, fresh INT, lane STRING, offset BIGINT,"
                    + " received_micros BIGINT, post_id STRING, author_id STRING");

    private static Row fresh(String subject, String op, String version, String lane, long offset, long second) {
        return RowFactory.create("x", subject, op, version, 1, lane, offset, second * SECOND);
    }

    private static Dataset<Row> known(SparkSession spark, Row... rows) {
        return spark.createDataFrame(List.of(rows), KNOWN);
    }

    private static Row landed(String subject, String op, String version, long second) {
        boolean isRemoval = op.equals(PostChange.ACCOUNT_REMOVED);
        return RowFactory.create(
                "x",
                subject,
                op,
                version,
                0,
                "a",
                7L,
                second * SECOND,
                isRemoval ? null : subject,
                isRemoval ? subject : "author");
    }

    private static Row position(String lane, long offset) {
        return RowFactory.create("x", lane, offset);
    }

    @Test
    void areThoseWithinTheHorizonOfOneThatWasAccepted(SparkSession spark) {
        Dataset<Row> known = known(spark, landed("1", CREATED, "1", 100), landed("2", CREATED, "2", 100));

        assertThat(REPEATS.among(
                        List.of(
                                fresh("1", CREATED, "1", "b", 0, 160),
                                fresh("2", CREATED, "2", "b", 1, 161),
                                fresh("1", PostChange.EDITED, "1", "b", 2, 100),
                                fresh("1", CREATED, "2", "b", 3, 100),
                                fresh("3", CREATED, "3", "b", 4, 100)),
                        known))
                .containsExactly(position("b", 0));
    }

    @Test
    void areTheLaterOfTwoThatComeTogether(SparkSession spark) {
        assertThat(REPEATS.among(
                        List.of(
                                fresh("1", CREATED, "1", "b", 0, 10),
                                fresh("1", CREATED, "1", "a", 9, 20),
                                fresh("1", CREATED, "1", "a", 10, 15)),
                        known(spark)))
                .as("in the order of lane and offset")
                .containsExactlyInAnyOrder(position("a", 10), position("b", 0));
    }

    @Test
    void areRemovalsOfAnAccountToo(SparkSession spark) {
        Dataset<Row> known = known(spark, landed("7", PostChange.ACCOUNT_REMOVED, "v", 100));

        assertThat(REPEATS.among(
                        List.of(
                                fresh("7", PostChange.ACCOUNT_REMOVED, "v", "b", 0, 101),
                                fresh("7", CREATED, "v", "b", 1, 101)),
                        known))
                .containsExactly(position("b", 0));
    }

    @Test
    void areNoneOfNothing(SparkSession spark) {
        assertThat(REPEATS.among(List.of(), known(spark))).isEmpty();
    }
}
