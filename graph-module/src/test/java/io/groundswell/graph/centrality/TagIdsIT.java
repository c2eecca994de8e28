package io.groundswell.graph.centrality;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.SparkTest;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkTest.class)
final class TagIdsIT {
    /** 1970-01-03 is window 2 of a day. */
    private static final long PART = 2L << 32;

    private static Dataset<Row> edges(SparkSession spark) {
        return spark.sql("""
                SELECT *, .5D AS salton FROM VALUES
                    (TIMESTAMP '1970-01-03', 'a', 'c'), (TIMESTAMP '1970-01-03', 'b', 'c'), (TIMESTAMP '1970-01-04', 'c', 'd')
                    AS t(window_start, tag_a, tag_b)
                """);
    }

    @Test
    void countsWindowsAboveAndTagsBelow(SparkSession spark) {
        assertThat(edges(spark)
                        .transform(new TagIds(86_400)::apply)
                        .select("id", "tag")
                        .collectAsList())
                .containsExactlyInAnyOrder(
                        RowFactory.create(PART + 1, "a"),
                        RowFactory.create(PART + 2, "b"),
                        RowFactory.create(PART + 3, "c"),
                        RowFactory.create((3L << 32) + 1, "c"),
                        RowFactory.create((3L << 32) + 2, "d"));
    }

    @Test
    void numbersTheEndsOfEdges(SparkSession spark) {
        Dataset<Row> edges = edges(spark);

        assertThat(edges.transform(new NumberedEdges(edges.transform(new TagIds(86_400)::apply))::apply)
                        .collectAsList())
                .containsExactlyInAnyOrder(
                        RowFactory.create(PART + 1, PART + 3, 0.5),
                        RowFactory.create(PART + 2, PART + 3, 0.5),
                        RowFactory.create((3L << 32) + 1, (3L << 32) + 2, 0.5));
    }
}
