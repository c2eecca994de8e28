package io.groundswell.graph.cooccurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.groundswell.testing.SparkTest;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Pairs are {@code (support, support_a, support_b, total)}; the evidence of WEAK is 5.67, of STRONG 16.02. */
@ExtendWith(SparkTest.class)
final class SignificantEdgesIT {
    private static final String WEAK = "15L, 20L, 30L, 100L";
    private static final String STRONG = "9L, 12L, 15L, 1000L";

    @Test
    void weighsAnEdgeByHand(SparkSession spark) {
        Row edge = edges(spark, 1, STRONG).get(0);

        assertThat(edge.<Double>getAs("significance")).isCloseTo(16.0195868565, within(1e-8));
        assertThat(edge.<Double>getAs("npmi"))
                .isCloseTo(Math.log(1000 * 9 / (12 * 15.0)) / -Math.log(9 / 1000.0), within(1e-12));
        assertThat(edge.<Double>getAs("salton")).isCloseTo(9 / Math.sqrt(12 * 15), within(1e-12));
    }

    @Test
    void keepsNoPairThatStandsTogetherLessThanChanceSays(SparkSession spark) {
        assertThat(edges(spark, 1, "5L, 500L, 500L, 1000L")).isEmpty();
    }

    @Test
    void asksForMoreEvidenceWhereMoreIsTested(SparkSession spark) {
        assertThat(edges(spark, 40, WEAK)).hasSize(1);
        assertThat(edges(spark, 50, WEAK)).isEmpty();
    }

    @Test
    void asksForLessEvidenceTheMoreIsFound(SparkSession spark) {
        // Of 100 tests the second best needs 10^-5.70, the third 10^-5.52.
        assertThat(edges(spark, 100, WEAK, STRONG)).hasSize(1);
        assertThat(edges(spark, 100, WEAK, STRONG, STRONG)).hasSize(3);
    }

    private static List<Row> edges(SparkSession spark, double tests, String... pairs) {
        return spark.sql("""
                        SELECT TIMESTAMP '2026-03-01' AS window_start, 'a' AS tag_a, 'b' AS tag_b, *, double(%s) AS tests
                        FROM VALUES (%s) AS t(support, support_a, support_b, total)
                        """.formatted(tests, String.join("), (", pairs)))
                .transform(new SignificantEdges(1e-4)::apply)
                .collectAsList();
    }
}
