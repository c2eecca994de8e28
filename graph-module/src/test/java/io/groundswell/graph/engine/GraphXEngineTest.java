package io.groundswell.graph.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.groundswell.graph.engine.Graphs.Link;
import io.groundswell.testing.SparkTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkTest.class)
final class GraphXEngineTest {
    private static final GraphEngine ENGINE = new GraphXEngine(0.85, 2);

    /** What the engine said of a vertex. */
    private record Found(double rank, long community) {}

    @Test
    void ranksAsAPowerIterationDoes(SparkSession spark) {
        List<Link> links = Graphs.planted(60, 3, 0.4, 0.02, 7);

        Map<Long, Found> found = analyse(spark, links);

        Map<Long, Double> expected = powerIteration(links, 0.85);
        assertThat(found.keySet()).isEqualTo(expected.keySet());
        expected.forEach((vertex, rank) -> assertThat(found.get(vertex).rank()).isCloseTo(rank, within(1e-8)));
    }

    @Test
    void ranksTheMiddleOfAPathByHand(SparkSession spark) {
        // r1 = r3 = .05 + .85 r2 / 2 and r2 = .05 + .85 (r1 + r3), so r2 = .135 / (1 − .7225).
        Map<Long, Found> found = analyse(spark, Graphs.path(3));

        assertThat(found.get(1L).rank()).isCloseTo(0.4864864865, within(1e-9));
        assertThat(found.get(0L).rank()).isCloseTo(0.2567567568, within(1e-9));
        assertThat(found.get(2L).rank()).isCloseTo(0.2567567568, within(1e-9));
    }

    @Test
    void findsPlantedCommunities(SparkSession spark) {
        List<Link> links = Graphs.planted(240, 6, 0.3, 0.01, 1);

        Map<Long, Long> found = communities(analyse(spark, links));

        Map<Long, Long> truth = new TreeMap<>();
        found.keySet().forEach(vertex -> truth.put(vertex, vertex % 6));
        assertThat(Partitions.nmi(found, truth)).isGreaterThan(0.95);
    }

    @Test
    void isNoWorseThanSequentialLouvainOnTheKarateClub(SparkSession spark) {
        List<Link> links = Graphs.karate();

        double found = SequentialLouvain.modularity(links, communities(analyse(spark, links)));

        assertThat(found).isBetween(0.41, 0.4199);
        assertThat(found)
                .isGreaterThan(0.98 * SequentialLouvain.modularity(links, SequentialLouvain.communities(links)));
    }

    @Test
    void isNoWorseThanSequentialLouvainWhereCommunitiesAreHardToSee(SparkSession spark) {
        List<Link> links = Graphs.planted(300, 6, 0.2, 0.04, 2);

        double found = SequentialLouvain.modularity(links, communities(analyse(spark, links)));

        assertThat(found)
                .isGreaterThan(0.98 * SequentialLouvain.modularity(links, SequentialLouvain.communities(links)));
    }

    @Test
    void findsNoGiantCommunity(SparkSession spark) {
        List<Link> links = Graphs.path(120);

        Map<Long, Long> found = communities(analyse(spark, links));

        Map<Long, Long> sizes = new HashMap<>();
        found.values().forEach(community -> sizes.merge(community, 1L, Long::sum));
        assertThat(sizes.values()).allMatch(size -> size <= 30);
        assertThat(SequentialLouvain.modularity(links, found)).isGreaterThan(0.8);
    }

    @Test
    void analysesEachPartAsIfItWereAlone(SparkSession spark) {
        List<Link> karate =
                Graphs.karate().stream().map(link -> link.in(20_000)).toList();
        List<Link> planted = Graphs.planted(60, 3, 0.4, 0.02, 7).stream()
                .map(link -> link.in(20_001))
                .toList();

        Map<Long, Found> alone = analyse(spark, karate);
        Map<Long, Found> together =
                analyse(spark, Stream.concat(planted.stream(), karate.stream()).toList());

        alone.forEach((vertex, found) -> {
            assertThat(together.get(vertex).community()).isEqualTo(found.community());
            assertThat(together.get(vertex).rank()).isEqualTo(found.rank());
        });
        assertThat(together.values().stream().mapToDouble(Found::rank).sum()).isCloseTo(2, within(1e-9));
    }

    @Test
    void givesTheSameBitsHoweverTheEdgesArePartitioned(SparkSession spark) {
        List<Link> links = Graphs.planted(90, 3, 0.3, 0.05, 3);
        List<Link> reversed = new ArrayList<>(links);
        Collections.reverse(reversed);

        Map<Long, Found> found = analyse(spark, links);

        assertThat(analyse(spark, reversed)).isEqualTo(found);
        assertThat(analyse(spark, links, new GraphXEngine(0.85, 5))).isEqualTo(found);
    }

    @Test
    void analysesNothing(SparkSession spark) {
        assertThat(analyse(spark, List.of())).isEmpty();
    }

    private static Map<Long, Found> analyse(SparkSession spark, List<Link> links) {
        return analyse(spark, links, ENGINE);
    }

    private static Map<Long, Found> analyse(SparkSession spark, List<Link> links, GraphEngine engine) {
        Dataset<Row> result = engine.analyse(Graphs.rows(spark, links));
        Map<Long, Found> found = new TreeMap<>();
        result.collectAsList().forEach(row -> found.put(row.getLong(0), new Found(row.getDouble(1), row.getLong(2))));
        result.unpersist();
        assertThat(found.keySet())
                .isEqualTo(new HashSet<>(
                        Arrays.stream(Graphs.vertices(links)).boxed().toList()));
        return found;
    }

    private static Map<Long, Long> communities(Map<Long, Found> found) {
        Map<Long, Long> communities = new TreeMap<>();
        found.forEach((vertex, what) -> communities.put(vertex, what.community()));
        return communities;
    }

    private static Map<Long, Double> powerIteration(List<Link> links, double damping) {
        Map<Long, Double> strengths = new TreeMap<>();
        for (Link link : links) {
            strengths.merge(link.a(), link.weight(), Double::sum);
            strengths.merge(link.b(), link.weight(), Double::sum);
        }
        Map<Long, Double> ranks = new TreeMap<>(strengths);
        ranks.replaceAll((vertex, any) -> 1.0 / strengths.size());
        for (int step = 0; step < 500; step++) {
            Map<Long, Double> next = new TreeMap<>(ranks);
            next.replaceAll((vertex, any) -> (1 - damping) / strengths.size());
            for (Link link : links) {
                next.merge(
                        link.a(), damping * ranks.get(link.b()) * link.weight() / strengths.get(link.b()), Double::sum);
                next.merge(
                        link.b(), damping * ranks.get(link.a()) * link.weight() / strengths.get(link.a()), Double::sum);
            }
            ranks = next;
        }
        return ranks;
    }
}
