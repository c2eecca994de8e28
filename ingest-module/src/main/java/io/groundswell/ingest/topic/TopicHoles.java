package io.groundswell.ingest.topic;

import io.groundswell.ingest.land.LandedBefore;
import io.groundswell.job.PlatformException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import org.apache.spark.sql.SparkSession;

/**
 * Looks for holes: retention may take away what has not been read. What had landed when a checkpoint was begun is no
 * hole, wherever the query goes on.
 *
 * @param isPassed whether the run goes on behind a hole
 */
record TopicHoles(
        FeedGaps gaps, TopicClient client, RecordStamps stamps, LandedBefore before, boolean isPassed, Clock clock) {

    /**
     * Looks between where the query goes on and where the partitions begin, and records what it finds.
     *
     * @throws PlatformException if there are holes that are not to be passed, or the topic has less than was read
     */
    void check(SparkSession spark, TopicAddress address, TopicPositions read) {
        SortedMap<Integer, Long> beginnings = client.beginnings();
        requireUnbroken(address, read, client.ends());
        List<Hole> holes = record(spark, read, beginnings);
        if (!holes.isEmpty() && !isPassed) {
            throw PlatformException.usage(
                    ("Topic %s lost records before they were read: %s are gone from its brokers, as ops.gaps says. To go on "
                                    + "behind them set ingest.on-gap=continue; and let the topic keep its records for longer.")
                            .formatted(address.topic(), Hole.list(holes)));
        }
    }

    /** Records the holes between what was read and where the partitions begin; none is a failure yet. */
    List<Hole> record(SparkSession spark, TopicPositions read, SortedMap<Integer, Long> beginnings) {
        List<Hole> holes = new ArrayList<>();
        beginnings.forEach((partition, beginning) -> add(holes, read, partition, beginning));
        tell(spark, read, holes);
        return holes;
    }

    /** Records holes within a batch that has landed: Spark was told to pass over them. */
    void recordBatch(SparkSession spark, TopicPositions from, TopicPositions to, SortedMap<Integer, Long> beginnings) {
        List<Hole> holes = new ArrayList<>();
        beginnings.forEach((partition, beginning) -> {
            long end = Math.min(beginning, to.of(partition));
            if (end > from.of(partition)) {
                OptionalLong first =
                        gaps.firstLanded(spark, from.lane(partition), from.of(partition), to.of(partition));
                add(holes, from, partition, Math.min(end, first.orElse(end)));
            }
        });
        tell(spark, from, holes);
    }

    private void add(List<Hole> holes, TopicPositions read, int partition, long end) {
        long landed = before.highest().getOrDefault(read.lane(partition), -1L);
        long from = Math.max(read.of(partition), landed + 1);
        if (from < end) {
            holes.add(new Hole(partition, from, end));
        }
    }

    private void tell(SparkSession spark, TopicPositions read, List<Hole> holes) {
        for (Hole hole : holes) {
            OptionalLong next = client.oldest(Map.of(hole.partition(), hole.to()), stamps::of);
            gaps.add(spark, read.lane(hole.partition()), hole, next, clock.instant());
        }
    }

    private static void requireUnbroken(TopicAddress address, TopicPositions read, Map<Integer, Long> ends) {
        read.next().forEach((partition, next) -> {
            if (next > ends.getOrDefault(partition, 0L)) {
                throw TopicStart.madeAnew(address);
            }
        });
    }
}
