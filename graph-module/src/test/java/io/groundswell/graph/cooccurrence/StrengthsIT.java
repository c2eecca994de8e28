package io.groundswell.graph.cooccurrence;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.SparkTest;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkTest.class)
final class StrengthsIT {

    @Test
    void areTheSameBitsInWhateverOrderTheEdgesCome(SparkSession spark) {
        Dataset<Row> edges = spark.sql("""
                SELECT TIMESTAMP '2026-03-01' AS window_start, 'a' AS tag_a, 't' || id AS tag_b, 1 / (id + 3) AS salton
                FROM range(0, 50, 1, 1)
                """);

        assertThat(strengths(edges.orderBy(col("salton").desc()))).isEqualTo(strengths(edges.orderBy("salton")));
    }

    private static List<Row> strengths(Dataset<Row> edges) {
        return edges.coalesce(1)
                .transform(new Strengths()::apply)
                .orderBy("tag")
                .collectAsList();
    }
}
