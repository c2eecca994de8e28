package io.groundswell.graph.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.groundswell.graph.engine.Graphs.Link;
import io.groundswell.testing.SparkTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("slow")
@ExtendWith(SparkTest.class)
final class GraphXEngineQualityIT {
    @Test
    void isNoWorseThanSequentialLouvainOnTheKarateClub(SparkSession spark) {
        List<Link> links = Graphs.karate();

        double found = SequentialLouvain.modularity(links, Analyses.communities(Analyses.analyse(spark, links)));

        assertThat(found).isBetween(0.41, 0.4199);
        assertThat(found)
                .isGreaterThan(0.98 * SequentialLouvain.modularity(links, SequentialLouvain.communities(links)));
    }

    @Test
    void isNoWorseThanSequentialLouvainWhereCommunitiesAreHardToSee(SparkSession spark) {
        List<Link> links = Graphs.planted(300, 6, 0.2, 0.04, 2);

        double found = SequentialLouvain.modularity(links, Analyses.communities(Analyses.analyse(spark, links)));

        assertThat(found)
                .isGreaterThan(0.98 * SequentialLouvain.modularity(links, SequentialLouvain.communities(links)));
    }

    @Test
    void findsNoGiantCommunity(SparkSession spark) {
        List<Link> links = Graphs.path(120);

        Map<Long, Long> found = Analyses.communities(Analyses.analyse(spark, links));

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

        Map<Long, Analyses.Found> alone = Analyses.analyse(spark, karate);
        Map<Long, Analyses.Found> together = Analyses.analyse(
                spark, Stream.concat(planted.stream(), karate.stream()).toList());

        alone.forEach((vertex, found) -> {
            assertThat(together.get(vertex).community()).isEqualTo(found.community());
            assertThat(together.get(vertex).rank()).isEqualTo(found.rank());
        });
        assertThat(together.values().stream().mapToDouble(Analyses.Found::rank).sum())
                .isCloseTo(2, within(1e-9));
    }

    @Test
    void givesTheSameBitsHoweverTheEdgesArePartitioned(SparkSession spark) {
        List<Link> links = Graphs.planted(90, 3, 0.3, 0.05, 3);
        List<Link> reversed = new ArrayList<>(links);
        Collections.reverse(reversed);

        Map<Long, Analyses.Found> found = Analyses.analyse(spark, links);

        assertThat(Analyses.analyse(spark, reversed)).isEqualTo(found);
        assertThat(Analyses.analyse(spark, links, new GraphXEngine(0.85, 5))).isEqualTo(found);
    }
}
