package io.groundswell.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groundswell.model.HashtagEdge;
import io.groundswell.table.Rows;
import io.groundswell.table.Schemas;
import io.groundswell.testing.Posts;
import io.groundswell.testing.SparkTest;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkTest.class)
final class RelatedTagsIT {
    private static final Instant TODAY = Posts.NOON;
    private static final Instant YESTERDAY = TODAY.minus(Duration.ofDays(1));

    @Test
    void listsNeighboursOfItsNewestWindowByNpmi(SparkSession spark) {
        Dataset<Row> edges = edges(
                spark,
                edge(TODAY, "delta", "spark", 9, 0.4),
                edge(TODAY, "spark", "streaming", 5, 0.8),
                edge(TODAY, "cats", "dogs", 9, 0.9),
                edge(YESTERDAY, "kafka", "spark", 9, 0.9));

        assertThat(related(edges, "spark", 10))
                .containsExactly(
                        RowFactory.create("streaming", 0.8, 0.5, 5L, Timestamp.from(TODAY), 86_400),
                        RowFactory.create("delta", 0.4, 0.5, 9L, Timestamp.from(TODAY), 86_400));
        assertThat(related(edges, "kafka", 10))
                .containsExactly(RowFactory.create("spark", 0.9, 0.5, 9L, Timestamp.from(YESTERDAY), 86_400));
    }

    @Test
    void listsNoMoreThanAskedFor(SparkSession spark) {
        Dataset<Row> edges = edges(
                spark, edge(TODAY, "a", "b", 3, 0.5), edge(TODAY, "a", "c", 4, 0.5), edge(TODAY, "a", "d", 3, 0.5));

        assertThat(related(edges, "a", 2)).extracting(row -> row.getString(0)).containsExactly("c", "b");
    }

    @Test
    void listsNothingForATagWithoutEdges(SparkSession spark) {
        assertThat(related(edges(spark, edge(TODAY, "a", "b", 3, 0.5)), "x", 5)).isEmpty();
    }

    @Test
    void refusesAListOfNone() {
        assertThatThrownBy(() -> new RelatedTags("a", 0)).hasMessage("limit must be >= 1, was 0");
    }

    private static List<Row> related(Dataset<Row> edges, String tag, int limit) {
        return edges.transform(new RelatedTags(tag, limit)::apply).collectAsList();
    }

    private static HashtagEdge edge(Instant start, String a, String b, long support, double npmi) {
        return new HashtagEdge(start, 86_400, a, b, support, 8, npmi, 0.5, true);
    }

    private static Dataset<Row> edges(SparkSession spark, HashtagEdge... edges) {
        return spark.createDataFrame(Stream.of(edges).map(Rows::of).toList(), Schemas.of(HashtagEdge.class));
    }
}
