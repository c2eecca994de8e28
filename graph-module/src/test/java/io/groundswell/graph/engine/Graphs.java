package io.groundswell.graph.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Graphs for tests. */
final class Graphs {
    /** Friendships in a karate club, W. Zachary, J. Anthropol. Res. 33, 1977. */
    private static final String KARATE = """
            1-2 1-3 1-4 1-5 1-6 1-7 1-8 1-9 1-11 1-12 1-13 1-14 1-18 1-20 1-22 1-32 2-3 2-4 2-8 2-14 2-18 2-20 2-22
            2-31 3-4 3-8 3-9 3-10 3-14 3-28 3-29 3-33 4-8 4-13 4-14 5-7 5-11 6-7 6-11 6-17 7-17 9-31 9-33 9-34 10-34
            14-34 15-33 15-34 16-33 16-34 19-33 19-34 20-34 21-33 21-34 23-33 23-34 24-26 24-28 24-30 24-33 24-34 25-26
            25-28 25-32 26-32 27-30 27-34 28-34 29-32 29-34 30-33 30-34 31-33 31-34 32-33 32-34 33-34
            """;

    private static final StructType SCHEMA = new StructType()
            .add("a", DataTypes.LongType)
            .add("b", DataTypes.LongType)
            .add("weight", DataTypes.DoubleType);

    private Graphs() {}

    /** An edge; {@code a < b}. */
    record Link(long a, long b, double weight) {
        Link in(long part) {
            return new Link(a | part << 32, b | part << 32, weight);
        }
    }

    static List<Link> karate() {
        return Stream.of(KARATE.trim().split("\\s+"))
                .map(edge -> edge.split("-"))
                .map(ends -> new Link(Long.parseLong(ends[0]), Long.parseLong(ends[1]), 1))
                .toList();
    }

    /** Vertices in equal groups, {@code vertex % groups}, joined at random, within a group more often than across. */
    static List<Link> planted(int vertices, int groups, double inside, double across, long seed) {
        Random random = new Random(seed);
        List<Link> links = new ArrayList<>();
        for (int b = 0; b < vertices; b++) {
            for (int a = 0; a < b; a++) {
                if (random.nextDouble() < (a % groups == b % groups ? inside : across)) {
                    links.add(new Link(a, b, 0.2 + 0.8 * random.nextDouble()));
                }
            }
        }
        return links;
    }

    static List<Link> path(int vertices) {
        return Stream.iterate(0L, i -> i + 1)
                .limit(vertices - 1L)
                .map(i -> new Link(i, i + 1, 1))
                .toList();
    }

    static long[] vertices(List<Link> links) {
        return links.stream()
                .flatMap(link -> Stream.of(link.a(), link.b()))
                .mapToLong(Long::longValue)
                .sorted()
                .distinct()
                .toArray();
    }

    static Dataset<Row> rows(SparkSession spark, List<Link> links) {
        return spark.createDataFrame(
                Arrays.asList(links.stream()
                        .map(link -> RowFactory.create(link.a(), link.b(), link.weight()))
                        .toArray(Row[]::new)),
                SCHEMA);
    }
}
