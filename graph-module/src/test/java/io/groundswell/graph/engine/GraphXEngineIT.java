package io.groundswell.graph.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.groundswell.graph.engine.Graphs.Link;
import io.groundswell.testing.SparkTest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkTest.class)
final class GraphXEngineIT {
    @Test
    void ranksAsAPowerIterationDoes(SparkSession spark) {
        List<Link> links = Graphs.planted(60, 3, 0.4, 0.02, 7);

        Map<Long, Analyses.Found> found = Analyses.analyse(spark, links);

        Map<Long, Double> expected = powerIteration(links, 0.85);
        assertThat(found.keySet()).isEqualTo(expected.keySet());
        expected.forEach((vertex, rank) -> assertThat(found.get(vertex).rank()).isCloseTo(rank, within(1e-8)));
    }

    @Test
    void ranksTheMiddleOfAPathByHand(SparkSession spark) {
        // r1 = r3 = .05 + .85 r2 / 2 and r2 = .05 + .85 (r1 + r3), so r2 = .135 / (1 − .7225).
        Map<Long, Analyses.Found> found = Analyses.analyse(spark, Graphs.path(3));

        assertThat(found.get(1L).rank()).isCloseTo(0.4864864865, within(1e-9));
        assertThat(found.get(0L).rank()).isCloseTo(0.2567567568, within(1e-9));
        assertThat(found.get(2L).rank()).isCloseTo(0.2567567568, within(1e-9));
    }

    @Test
    void findsPlantedCommunities(SparkSession spark) {
        List<Link> links = Graphs.planted(240, 6, 0.3, 0.01, 1);

        Map<Long, Long> found = Analyses.communities(Analyses.analyse(spark, links));

        Map<Long, Long> truth = new TreeMap<>();
        found.keySet().forEach(vertex -> truth.put(vertex, vertex % 6));
        assertThat(Partitions.nmi(found, truth)).isGreaterThan(0.95);
    }

    @Test
    void analysesNothing(SparkSession spark) {
        assertThat(Analyses.analyse(spark, List.of())).isEmpty();
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
