package io.groundswell.graph.cooccurrence;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.SparkTest;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkTest.class)
final class BackboneIT {

    @Test
    void keepsTheEdgeThatStandsOutAtAHub(SparkSession spark) {
        // Six tags, all joined, by .05 but for one pair by .9: (1 − .9/1.1)^4 = .001, (1 − .05/1.1)^4 = .83.
        List<String> edges = pairsOf(6)
                .map(pair -> pair.equals("'t0', 't1'") ? pair + ", .9D" : pair + ", .05D")
                .toList();

        assertThat(backbone(spark, edges)).containsExactly("t0-t1");
    }

    @Test
    void keepsNoneOfEqualEdges(SparkSession spark) {
        List<String> edges = pairsOf(4).map(pair -> pair + ", .5D").toList();

        assertThat(backbone(spark, edges)).isEmpty();
    }

    @Test
    void keepsTheOnlyEdgeOfATag(SparkSession spark) {
        List<String> edges = Stream.concat(pairsOf(4).map(pair -> pair + ", .5D"), Stream.of("'t0', 'z', .01D"))
                .toList();

        assertThat(backbone(spark, edges)).containsExactly("t0-z");
    }

    private static Stream<String> pairsOf(int tags) {
        return IntStream.range(0, tags).boxed().flatMap(b -> IntStream.range(0, b)
                .mapToObj(a -> "'t%d', 't%d'".formatted(a, b)));
    }

    private static List<String> backbone(SparkSession spark, List<String> edges) {
        List<Row> rows = spark.sql("""
                        SELECT TIMESTAMP '2026-03-01' AS window_start, tag_a, tag_b, 3L AS support,
                               9D AS significance, .5D AS npmi, salton
                        FROM VALUES %s AS t(tag_a, tag_b, salton)
                        """.formatted(edges.stream().collect(Collectors.joining("), (", "(", ")"))))
                .transform(new Backbone(86_400, 0.05)::apply)
                .where("is_backbone")
                .collectAsList();
        return rows.stream()
                .map(row -> row.getAs("tag_a") + "-" + row.getAs("tag_b"))
                .toList();
    }
}
