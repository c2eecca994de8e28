package io.groundswell.ml.scoring;

import static io.groundswell.testing.Posts.NOON;
import static io.groundswell.testing.Posts.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.Posts;
import io.groundswell.testing.SparkTest;
import java.time.Duration;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkTest.class)
class NewestChangesIT {

    @Test
    void whatWasReceivedLastWins(SparkSession spark) {
        assertThat(newest(
                        spark,
                        post("1").words("second").edited("2").late(Duration.ofSeconds(2)),
                        post("1").words("first").edited("1").late(Duration.ofSeconds(1))))
                .isEqualTo("edited [second]");
    }

    @Test
    void anEditWinsOverTheCreationReceivedAtOnce(SparkSession spark) {
        assertThat(newest(spark, post("1").words("new").edited("2"), post("1").words("old")))
                .isEqualTo("edited [new]");
    }

    @Test
    void ofTwoEditsReceivedAtOnceTheLaterInTheFeedWins(SparkSession spark) {
        Posts.Builder first = post("1").words("first").edited("1");
        Posts.Builder second = post("1").words("second").edited("2");

        assertThat(newest(spark, first, second)).isEqualTo("edited [second]");
    }

    @Test
    void aDeletionWinsOverWhatWasReceivedAtOnce(SparkSession spark) {
        assertThat(newest(spark, post("1").received(NOON).deleted(), post("1").words("old")))
                .isEqualTo("deleted []");
    }

    private static String newest(SparkSession spark, Posts.Builder... changes) {
        List<Row> rows = Posts.rows(spark, changes)
                .transform(new NewestChanges()::apply)
                .select("op", "words")
                .collectAsList();
        assertThat(rows).hasSize(1);
        return rows.get(0).getString(0) + " " + rows.get(0).getList(1);
    }
}
