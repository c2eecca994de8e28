package io.groundswell.graph.engine;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaRDDLike;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.graphx.Edge;
import org.apache.spark.graphx.EdgeContext;
import org.apache.spark.graphx.Graph;
import org.apache.spark.graphx.TripletFields;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import scala.Function1;
import scala.Function2;
import scala.Function3;
import scala.Option;
import scala.Tuple2;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;
import scala.runtime.BoxedUnit;

/**
 * PageRank and Louvain communities by GraphX. The only class that knows of GraphX.
 *
 * <p><b>PageRank</b> follows edges by weight and jumps to any vertex of the part otherwise. A walk along undirected edges
 * has real eigenvalues of at most {@code damping}, so Chebyshev's semi-iteration applies (G. Golub and R. Varga, Numer.
 * Math. 3, 1961): at a damping of 0.85, 36 steps leave less than 1e-8 of the error where plain iteration takes 115.
 *
 * <p><b>Communities</b> maximise weighted modularity by Louvain's method (V. Blondel et al., J. Stat. Mech. P10008, 2008):
 * vertices move to the neighbouring community that gains most, communities become vertices, and so on until none moves;
 * then the vertices of the first graph may move once more from where they are (multi-level refinement, R. Rotta and
 * A. Noack, J. Exp. Algorithmics 16, 2011). In a step all vertices choose at once, but only a half of them moves, drawn
 * anew by a hash for each step: neighbours that would swap places forever meet a step in which one of them stays.
 *
 * <p>Weights, and the ranks that go along edges, are whole numbers inside, so that sums don't depend on their order: the
 * same edges give the same ranks and communities, to the last bit, however they are partitioned.
 *
 * <p>The driver holds two numbers a community; vertices and edges stay distributed. State between steps is kept by local checkpoints: an executor that is lost in a run ends the run.
 *
 * @param damping of PageRank, between 0 and 1
 * @param partitions of edges and vertices
 */
public record GraphXEngine(double damping, int partitions) implements GraphEngine {
    private static final int RANK_STEPS = 36;
    /** The ranks of a part change by less than this in a step: what is left is lost in the digits shown. */
    private static final double CONVERGED = 1e-10;

    private static final int MOVE_STEPS = 20;
    private static final int LEVELS = 12;
    private static final int ROUNDS = 2;
    /** A weight of 1 as a whole number. Two billion such edges fit into a sum. */
    private static final double ONE = 1L << 32;

    private static final StructType RESULT = new StructType()
            .add("id", DataTypes.LongType, false)
            .add("pagerank", DataTypes.DoubleType, false)
            .add("community", DataTypes.LongType, false);

    private static final ClassTag<Long> LONG = tag(Long.class);
    private static final ClassTag<Member> MEMBER = tag(Member.class);
    private static final ClassTag<Walker> WALKER = tag(Walker.class);
    private static final ClassTag<Neighbourhood> NEIGHBOURHOOD = tag(Neighbourhood.class);

    /** Scala's functions as Java may write them: Spark sends them, so they are serialisable. */
    private interface Send<V, M> extends Function1<EdgeContext<V, Long, M>, BoxedUnit>, Serializable {}

    private interface Merge<M> extends Function2<M, M, M>, Serializable {}

    private interface Attach<V> extends Function3<Object, Long, Option<V>, V>, Serializable {}

    /** Where the vertices of a level stand, and whether any has moved. */
    private record Settled(JavaPairRDD<Object, Member> members, boolean isMoved) {}

    @Override
    public String name() {
        return "graphx";
    }

    @Override
    public Dataset<Row> analyse(Dataset<Row> edges) {
        JavaRDD<Edge<Long>> links = edges.select("a", "b", "weight")
                .javaRDD()
                .map(row -> new Edge<>(row.getLong(0), row.getLong(1), Math.max(1, Math.round(row.getDouble(2) * ONE))))
                .repartition(partitions)
                .persist(StorageLevel.MEMORY_AND_DISK());
        JavaPairRDD<Object, Long> strengths = pin(links.flatMapToPair(edge -> List.<Tuple2<Object, Long>>of(
                                new Tuple2<>(edge.srcId(), edge.attr()), new Tuple2<>(edge.dstId(), edge.attr()))
                        .iterator())
                .reduceByKey(Long::sum, partitions));
        Map<Long, long[]> parts = new HashMap<>(strengths
                .mapToPair(vertex -> new Tuple2<>(part(vertex._1), new long[] {vertex._2, 1}))
                .reduceByKey(GraphXEngine::sum)
                .collectAsMap());
        Graph<Long, Long> graph = graph(links);
        JavaPairRDD<Object, Walker> ranks = rank(graph, strengths, parts);
        JavaPairRDD<Object, Long> communities = communities(links, graph, strengths, parts);
        Dataset<Row> result = edges.sparkSession()
                .createDataFrame(
                        ranks.join(communities)
                                .map(vertex -> RowFactory.create(vertex._1, vertex._2._1.rank, vertex._2._2)),
                        RESULT)
                .persist();
        result.count();
        graph.unpersist(false);
        List.of(links, strengths, ranks, communities).forEach(GraphXEngine::free);
        return result;
    }

    private JavaPairRDD<Object, Walker> rank(
            Graph<Long, Long> graph, JavaPairRDD<Object, Long> strengths, Map<Long, long[]> parts) {
        JavaPairRDD<Object, Walker> walkers = pin(mapWithId(strengths, (id, strength) -> {
            long[] part = parts.get(part(id));
            double start = (double) strength / part[0];
            return new Walker(start, start, strength, part[1]);
        }));
        double relaxation = 1;
        Set<Long> moving = new HashSet<>(parts.keySet());
        for (int step = 0; step < RANK_STEPS && !moving.isEmpty(); step++) {
            double pace = relaxation;
            double follow = damping;
            Set<Long> movable = Set.copyOf(moving);
            Send<Walker, Long> send = edge -> {
                edge.sendToSrc(edge.dstAttr().share(edge.attr()));
                edge.sendToDst(edge.srcAttr().share(edge.attr()));
                return BoxedUnit.UNIT;
            };
            Merge<Long> sum = Long::sum;
            JavaPairRDD<Object, Long> received = pairs(attach(graph, walkers, WALKER)
                    .aggregateMessages(send, sum, TripletFields.All, LONG)
                    .toJavaRDD());
            JavaPairRDD<Object, Walker> moved = mapWithId(
                    walkers.join(received),
                    (id, both) -> movable.contains(part(id)) ? both._1.step(both._2, follow, pace) : both._1);
            moved.rdd().localCheckpoint();
            moving.removeAll(atRest(moved, moving));
            free(walkers);
            walkers = moved;
            relaxation = step == 0 ? 1 / (1 - damping * damping / 2) : 1 / (1 - damping * damping * relaxation / 4);
        }
        return walkers;
    }

    /** Returns the parts whose ranks have converged: each for itself, since no part may depend on the others. */
    private static Set<Long> atRest(JavaPairRDD<Object, Walker> walkers, Set<Long> moving) {
        Map<Long, Long> changes = new HashMap<>();
        walkers.mapPartitions(rows -> {
                    Map<Long, Long> sums = new HashMap<>();
                    rows.forEachRemaining(row -> sums.merge(part(row._1), row._2.change(), Long::sum));
                    return sums.entrySet().stream()
                            .map(sum -> new Tuple2<>(sum.getKey(), sum.getValue()))
                            .iterator();
                })
                .collect()
                .forEach(sum -> changes.merge(sum._1, sum._2, Long::sum));
        return moving.stream()
                .filter(part -> changes.get(part) < CONVERGED * Walker.ONE)
                .collect(Collectors.toSet());
    }

    private JavaPairRDD<Object, Long> communities(
            JavaRDD<Edge<Long>> links,
            Graph<Long, Long> graph,
            JavaPairRDD<Object, Long> strengths,
            Map<Long, long[]> parts) {
        JavaPairRDD<Object, Long> labels = pin(mapWithId(strengths, (id, strength) -> (Long) id));
        for (int round = 0; round < ROUNDS; round++) {
            JavaPairRDD<Object, Member> members = pin(mapWithId(
                    strengths.join(labels),
                    (id, vertex) -> new Member(vertex._2, vertex._1, parts.get(part(id))[0], false)));
            labels = replace(labels, mapWithId(labels, (id, label) -> (Long) id));
            Graph<Long, Long> level = graph;
            JavaRDD<Edge<Long>> levelLinks = links;
            for (int depth = 0; depth < LEVELS; depth++) {
                Settled settled = settle(level, members);
                members = settled.members();
                JavaPairRDD<Object, Long> moved = members.mapValues(member -> member.community);
                labels = replace(
                        labels,
                        labels.mapToPair(label -> new Tuple2<Object, Object>(label._2, label._1))
                                .join(moved)
                                .mapToPair(vertex -> vertex._2));
                if (!settled.isMoved()) {
                    break;
                }
                JavaRDD<Edge<Long>> contracted = contract(attach(level, members, MEMBER));
                contracted.persist(StorageLevel.MEMORY_AND_DISK());
                Graph<Long, Long> next = graph(contracted);
                members = replace(members, merged(members));
                if (level != graph) {
                    level.unpersist(false);
                    free(levelLinks);
                }
                level = next;
                levelLinks = contracted;
            }
            free(members);
            if (level != graph) {
                level.unpersist(false);
                free(levelLinks);
            }
        }
        return labels;
    }

    /** Lets vertices move until none wants to, or for as many steps as are allowed. */
    private Settled settle(Graph<Long, Long> graph, JavaPairRDD<Object, Member> start) {
        Send<Member, Neighbourhood> send = edge -> {
            edge.sendToSrc(Neighbourhood.of(edge.dstAttr().community, edge.attr()));
            edge.sendToDst(Neighbourhood.of(edge.srcAttr().community, edge.attr()));
            return BoxedUnit.UNIT;
        };
        Merge<Neighbourhood> merge = Neighbourhood::merge;
        JavaSparkContext context = JavaSparkContext.fromSparkContext(start.context());
        JavaPairRDD<Object, Member> members = start;
        Totals totals = totals(members);
        for (int step = 0; step < MOVE_STEPS; step++) {
            JavaPairRDD<Object, Neighbourhood> near = pairs(attach(graph, members, MEMBER)
                    .aggregateMessages(send, merge, TripletFields.All, NEIGHBOURHOOD)
                    .toJavaRDD());
            Broadcast<Totals> known = context.broadcast(totals);
            int now = step;
            JavaPairRDD<Object, Member> chosen = mapWithId(
                    members.leftOuterJoin(near),
                    (id, vertex) -> vertex._1.choose(
                            vertex._2.orElse(Neighbourhood.NONE), known.value(), mayMove((Long) id, now)));
            chosen.rdd().localCheckpoint();
            totals = totals(chosen);
            known.unpersist(false);
            free(members);
            members = chosen;
            if (totals.areAtRest()) {
                return new Settled(members, step > 0);
            }
        }
        return new Settled(members, true);
    }

    private Totals totals(JavaPairRDD<Object, Member> members) {
        return new Totals(members.mapToPair(vertex -> new Tuple2<Object, long[]>(
                        vertex._2.community, new long[] {vertex._2.strength, vertex._2.isRestless ? 1 : 0}))
                .reduceByKey(GraphXEngine::sum, partitions)
                .collectAsMap());
    }

    /** Returns the members of the next level: each community as one vertex, alone in its community. */
    private JavaPairRDD<Object, Member> merged(JavaPairRDD<Object, Member> members) {
        return members.mapToPair(vertex -> new Tuple2<Object, Member>(vertex._2.community, vertex._2))
                .reduceByKey(Member::merge, partitions);
    }

    /** Returns the edges between communities, their weights summed. */
    private JavaRDD<Edge<Long>> contract(Graph<Member, Long> graph) {
        return graph.triplets()
                .toJavaRDD()
                .filter(edge -> edge.srcAttr().community != edge.dstAttr().community)
                .mapToPair(edge -> {
                    long one = edge.srcAttr().community;
                    long other = edge.dstAttr().community;
                    return new Tuple2<>(new Tuple2<>(Math.min(one, other), Math.max(one, other)), edge.attr());
                })
                .reduceByKey(Long::sum, partitions)
                .map(edge -> new Edge<>(edge._1._1, edge._1._2, edge._2));
    }

    private static Graph<Long, Long> graph(JavaRDD<Edge<Long>> links) {
        StorageLevel level = StorageLevel.MEMORY_AND_DISK();
        Graph<Long, Long> graph = Graph.fromEdges(links.rdd(), 0L, level, level, LONG, LONG);
        graph.cache();
        graph.vertices().count(); // goes through all edges, so that they are kept as well
        return graph;
    }

    /** Returns the graph with these states at its vertices. */
    private static <V> Graph<V, Long> attach(Graph<Long, Long> graph, JavaPairRDD<Object, V> states, ClassTag<V> tag) {
        Attach<V> attach = (id, none, state) -> state.get();
        return graph.outerJoinVertices(states.rdd(), attach, tag, tag, null);
    }

    /** Whether a vertex belongs to the half that moves in a step: the top bit of SplitMix64 over both. */
    static boolean mayMove(long id, int step) {
        long z = (id & 0xFFFFFFFFL) * 1_000_003 + step + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return (z ^ (z >>> 31)) < 0;
    }

    private static long[] sum(long[] one, long[] other) {
        return new long[] {one[0] + other[0], one[1] + other[1]};
    }

    private static Long part(Object id) {
        return (Long) id >> 32;
    }

    private static <V, W> JavaPairRDD<Object, W> mapWithId(
            JavaPairRDD<Object, V> vertices, org.apache.spark.api.java.function.Function2<Object, V, W> function) {
        return vertices.mapPartitionsToPair(
                rows -> {
                    List<Tuple2<Object, W>> mapped = new ArrayList<>();
                    while (rows.hasNext()) {
                        Tuple2<Object, V> row = rows.next();
                        mapped.add(new Tuple2<>(row._1, function.call(row._1, row._2)));
                    }
                    return mapped.iterator();
                },
                true);
    }

    private static <V> JavaPairRDD<Object, V> pairs(JavaRDD<Tuple2<Object, V>> vertices) {
        return JavaPairRDD.fromJavaRDD(vertices);
    }

    /** Computes and keeps an RDD, and cuts what it came from: lineages of a hundred steps would cost more than steps. */
    private static <V> JavaPairRDD<Object, V> pin(JavaPairRDD<Object, V> states) {
        states.rdd().localCheckpoint();
        states.count();
        return states;
    }

    private static <V> JavaPairRDD<Object, V> replace(JavaPairRDD<Object, ?> old, JavaPairRDD<Object, V> states) {
        JavaPairRDD<Object, V> pinned = pin(states);
        free(old);
        return pinned;
    }

    private static void free(JavaRDDLike<?, ?> rdd) {
        rdd.rdd().unpersist(false);
    }

    private static <T> ClassTag<T> tag(Class<T> type) {
        return ClassTag$.MODULE$.apply(type);
    }
}
