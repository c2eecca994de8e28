package io.groundswell.trends;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.job.Cadence;
import io.groundswell.job.Job;
import io.groundswell.model.Frontier;
import io.groundswell.session.Interpreting;
import io.groundswell.table.Catalogue;
import io.groundswell.table.ContentHash;
import io.groundswell.table.Lake;
import io.groundswell.table.Micros;
import io.groundswell.table.Rows;
import io.groundswell.table.Table;
import io.groundswell.testing.Posts;
import io.groundswell.testing.SparkTest;
import io.groundswell.trends.count.Decisions;
import io.groundswell.trends.count.Interval;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQueryListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkTest.class)
class DeciderIT {
    private static final TrendSettings SETTINGS = TrendSettings.DEFAULT;

    @TempDir
    private Path folder;

    @Test
    void decidesByFrontiersThatComeWhileItIsAtWork(SparkSession spark) {
        Lake lake = new Lake(folder.toString());
        Table changes = lake.table(Catalogue.POST_CHANGES);
        changes.createIfAbsent(spark);
        lake.table(Catalogue.FRONTIERS).createIfAbsent(spark);
        new DetectTrends(lake, SETTINGS, Cadence.AVAILABLE_NOW).writes().forEach(table -> table.createIfAbsent(spark));
        Decider decider = new Decider(lake, SETTINGS, spark, Interpreting.beside(spark));
        decider.decide();
        assertThat(DetectTrends.decidedThrough(lake, spark)).isEqualTo(Interval.NOTHING_DECIDED);

        List<Posts.Builder> posts = Feed.received().subList(0, 300);
        changes.append(Posts.rows(spark, posts.toArray(Posts.Builder[]::new)));
        Instant through = posts.get(posts.size() - 1).change().receivedAt();
        receive(spark, decider, through);
        decider.decide();

        long decided = Decisions.newestDue(SETTINGS.widthSeconds(), Micros.of(through));
        assertThat(DetectTrends.decidedThrough(lake, spark)).isEqualTo(decided);
        assertThat(decider.tally().byName().get("counts")).isPositive();

        receive(spark, decider, through.minusSeconds(300)); // as of a lane that lies back
        decider.decide();
        assertThat(DetectTrends.decidedThrough(lake, spark)).isEqualTo(decided);
    }

    @Test
    void givesTheSameInterpretedAsCompiled(SparkSession tests) {
        SparkSession compiling = SparkTest.compiling(tests);
        Decider.Small none = new Decider.Small(-1, -1);
        Decider.Small all = new Decider.Small(Long.MAX_VALUE, Long.MAX_VALUE);
        List<ContentHash> compiled = decided(compiling, new Lake(folder + "/compiled"), none, false);
        List<ContentHash> interpreted = decided(compiling, new Lake(folder + "/interpreted"), all, true);

        assertThat(interpreted).isEqualTo(compiled);
    }

    private static List<ContentHash> decided(
            SparkSession spark, Lake lake, Decider.Small small, boolean isInterpreted) {
        Table changes = lake.table(Catalogue.POST_CHANGES);
        changes.createIfAbsent(spark);
        lake.table(Catalogue.FRONTIERS).createIfAbsent(spark);
        List<Table> written = new DetectTrends(lake, SETTINGS, Cadence.AVAILABLE_NOW).writes();
        written.forEach(table -> table.createIfAbsent(spark));
        List<Posts.Builder> posts = Feed.received();
        changes.append(Posts.rows(spark, posts.toArray(Posts.Builder[]::new)));
        SparkSession interpreting = Interpreting.beside(spark);
        Decider decider = new Decider(lake, SETTINGS, spark, interpreting, small);
        assertThat(decider.session(new Interval(Interval.NOTHING_DECIDED, Long.MAX_VALUE / 2)))
                .isSameAs(isInterpreted ? interpreting : spark);
        receive(spark, decider, posts.get(posts.size() - 1).change().receivedAt());
        decider.decide();
        assertThat(decider.tally().byName().get("alarms")).isPositive();
        return written.stream()
                .map(table -> ContentHash.of(table.read(spark), table.spec().hashed()))
                .toList();
    }

    @Test
    void readsFewerBytesForAnIntervalThanForAll(SparkSession spark) {
        Lake lake = new Lake(folder.toString());
        Table changes = lake.table(Catalogue.POST_CHANGES);
        changes.createIfAbsent(spark);
        List<Posts.Builder> posts = Feed.received();
        int half = posts.size() / 2;
        changes.append(Posts.rows(spark, posts.subList(0, half).toArray(Posts.Builder[]::new)));
        changes.append(Posts.rows(spark, posts.subList(half, posts.size()).toArray(Posts.Builder[]::new)));
        KnownChanges known = new KnownChanges(lake, List.of(300));
        long first = Micros.of(posts.get(0).change().receivedAt());
        long last = Micros.of(posts.get(posts.size() - 1).change().receivedAt());

        long all = known.bytes(spark, new Interval(Interval.NOTHING_DECIDED, Decisions.newestDue(List.of(300), last)));
        long some = known.bytes(spark, new Interval(first, first + Decisions.widthMicros(600)));

        assertThat(all).isEqualTo(changes.storedBytes(spark).orElseThrow());
        assertThat(some).isPositive().isLessThan(all * 2 / 3);
    }

    @Test
    void tellsThoseWhoListenOfItsBatches(SparkSession spark) throws Exception {
        Lake lake = new Lake(folder.toString());
        lake.table(Catalogue.POST_CHANGES).createIfAbsent(spark);
        Job job = new DetectTrends(lake, SETTINGS, Cadence.AVAILABLE_NOW);
        job.writes().forEach(table -> table.createIfAbsent(spark));
        CountDownLatch heard = new CountDownLatch(1);
        StreamingQueryListener listener = new StreamingQueryListener() {
            @Override
            public void onQueryStarted(QueryStartedEvent event) {
                if (event.name().equals("detect-trends/frontiers")) {
                    heard.countDown();
                }
            }

            @Override
            public void onQueryProgress(QueryProgressEvent event) {}

            @Override
            public void onQueryTerminated(QueryTerminatedEvent event) {}
        };
        spark.streams().addListener(listener);
        try {
            job.run(spark);
            assertThat(heard.await(1, TimeUnit.MINUTES)).isTrue();
        } finally {
            spark.streams().removeListener(listener);
        }
    }

    private static void receive(SparkSession spark, Decider decider, Instant through) {
        Frontier frontier = new Frontier("x", "spool", through, "run", through);
        decider.receive(spark.createDataFrame(List.of(Rows.of(frontier)), Catalogue.FRONTIERS.schema())
                .select("source", "input", "received_through"));
    }
}
