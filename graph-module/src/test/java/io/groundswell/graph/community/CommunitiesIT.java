package io.groundswell.graph.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.groundswell.model.HashtagEdge;
import io.groundswell.model.HashtagNode;
import io.groundswell.table.Rows;
import io.groundswell.table.Schemas;
import io.groundswell.testing.Posts;
import io.groundswell.testing.SparkTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkTest.class)
final class CommunitiesIT {
    private static final int DAY = 86_400;

    @Test
    void measuresTwoPairsWithAWeakLink(SparkSession spark) {
        // a–b 1, c–d 1, b–c 0.5: m = 2.5, both halves have w = 1 and s = 2.5.
        List<Row> rows = communities(
                spark,
                List.of(edge("a", "b", 1), edge("c", "d", 1), edge("b", "c", 0.5)),
                List.of(node("a", 1, 0.2, 0), node("b", 1.5, 0.3, 0), node("c", 1.5, 0.3, 1), node("d", 1, 0.2, 1)));

        assertThat(rows).hasSize(2);
        for (Row row : rows) {
            assertThat(row.<Integer>getAs("size")).isEqualTo(2);
            assertThat(row.<Double>getAs("density")).isCloseTo(1 / 1.5, within(1e-12));
            assertThat(row.<Double>getAs("modularity")).isCloseTo(2 / 2.5 - 0.5, within(1e-12));
        }
        assertThat(rows.get(0).getList(4)).isEqualTo(List.of("B", "A"));
        assertThat(rows.get(1).getList(4)).isEqualTo(List.of("C", "D"));
    }

    @Test
    void givesTheSameBitsInWhateverOrderTheRowsCome(SparkSession spark) {
        List<HashtagNode> nodes = IntStream.range(0, 40)
                .mapToObj(i -> node("t" + (10 + i), 0.1 + i / 7.0, (i + 1) / 820.0, i % 2))
                .toList();
        List<HashtagEdge> edges = IntStream.range(0, 38)
                .mapToObj(i -> edge("t" + (10 + i), "t" + (12 + i), 1 / (3.0 + i)))
                .toList();

        assertThat(communities(spark, reversed(edges), reversed(nodes))).isEqualTo(communities(spark, edges, nodes));
    }

    private static <T> List<T> reversed(List<T> list) {
        List<T> reversed = new ArrayList<>(list);
        Collections.reverse(reversed);
        return reversed;
    }

    @Test
    void namesTheTenTagsOfTheHighestRank(SparkSession spark) {
        List<HashtagNode> nodes = IntStream.range(0, 12)
                .mapToObj(i -> node("t" + (char) ('a' + i), 1, (12 - i) / 78.0, 0))
                .toList();

        List<Row> rows = communities(spark, List.of(edge("ta", "tb", 1)), nodes);

        assertThat(rows.get(0).<String>getList(4))
                .hasSize(10)
                .startsWith("TA", "TB")
                .endsWith("TJ");
    }

    @Test
    void numbersCommunitiesBySizeAndThenByTheSmallestTag(SparkSession spark) {
        List<Row> numbers = spark.sql("""
                        SELECT TIMESTAMP '2026-03-01' AS window_start, tag, label
                        FROM VALUES ('z', 7L), ('y', 7L), ('x', 7L), ('b', 9L), ('c', 9L), ('a', 8L), ('d', 8L)
                             AS t(tag, label)
                        """)
                .transform(new NumberedCommunities()::apply)
                .select("label", "community")
                .collectAsList();

        assertThat(numbers)
                .containsExactlyInAnyOrder(
                        RowFactory.create(7L, 0), RowFactory.create(8L, 1), RowFactory.create(9L, 2));
    }

    private static List<Row> communities(SparkSession spark, List<HashtagEdge> edges, List<HashtagNode> nodes) {
        return spark.createDataFrame(rows(nodes.stream()), Schemas.of(HashtagNode.class))
                .transform(
                        new Communities(spark.createDataFrame(rows(edges.stream()), Schemas.of(HashtagEdge.class)))
                                ::apply)
                .orderBy("community")
                .collectAsList();
    }

    private static List<Row> rows(Stream<? extends Record> records) {
        return records.map(Rows::of).toList();
    }

    private static HashtagEdge edge(String a, String b, double salton) {
        return new HashtagEdge(Posts.NOON, DAY, a, b, 3, 9, 0.5, salton, true);
    }

    private static HashtagNode node(String tag, double strength, double rank, int community) {
        return new HashtagNode(Posts.NOON, DAY, tag, tag.toUpperCase(Locale.ROOT), 3, 1, strength, rank, community);
    }
}
