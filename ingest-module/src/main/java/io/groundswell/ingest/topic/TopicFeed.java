package io.groundswell.ingest.topic;

import io.groundswell.ingest.source.BatchEnds;
import io.groundswell.ingest.source.FrameFeed;
import io.groundswell.job.BatchQuery;
import io.groundswell.job.PlatformException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.spark.api.java.function.VoidFunction2;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The records of a topic. */
final class TopicFeed implements FrameFeed {
    private final SparkSession spark;
    private final KafkaSettings settings;
    private final TopicAddress address;
    private final TopicClient client;
    private final TopicHoles holes;
    private final BatchEnds ends;
    private final TopicPositions start;

    TopicFeed(
            SparkSession spark,
            KafkaSettings settings,
            TopicAddress address,
            TopicClient client,
            TopicHoles holes,
            BatchEnds ends,
            TopicPositions start) {
        this.spark = spark;
        this.settings = settings;
        this.address = address;
        this.client = client;
        this.holes = holes;
        this.ends = ends;
        this.start = start;
    }

    @Override
    public void run(BatchQuery query, VoidFunction2<Dataset<Row>, Long> batches) {
        holes.check(spark, address, readThrough());
        try {
            query.run(stream(), batches);
        } catch (PlatformException e) {
            throw e;
        } catch (RuntimeException e) {
            holes.check(spark, address, readThrough()); // a hole that came meanwhile says why
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof RetriableException) {
                    throw TopicClient.unreachable(address, e);
                }
            }
            throw e;
        }
    }

    /** The holes within the batch and behind it are told first, before a frontier passes them. */
    @Override
    public OptionalLong unreadAfter(long batch) {
        TopicPositions read = endOf(batch);
        SortedMap<Integer, Long> next = client.beginnings();
        if (holes.isPassed()) {
            holes.recordBatch(spark, batch == 0 ? start : endOf(batch - 1), read, next);
        }
        holes.record(spark, read, next);
        next.replaceAll((partition, beginning) -> Math.max(beginning, read.of(partition)));
        return client.oldest(next, holes.stamps()::of);
    }

    @Override
    public void close() {
        client.close();
    }

    /** Returns where the query goes on: behind the last batch that is done. */
    private TopicPositions readThrough() {
        try {
            OptionalLong done = ends.newestDone();
            return done.isPresent() ? endOf(done.getAsLong()) : start;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot use the checkpoint " + ends.checkpoint(), e);
        }
    }

    private TopicPositions endOf(long batch) {
        try {
            return TopicPositions.of(address.topic(), ends.of(batch));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot use the checkpoint " + ends.checkpoint(), e);
        }
    }

    private Dataset<Row> stream() {
        Map<String, String> options = ClientProperties.options(settings);
        options.put("kafka.isolation.level", TopicClient.ISOLATION);
        options.put("subscribe", address.topic());
        options.put("startingOffsets", startingOffsets());
        options.put("maxOffsetsPerTrigger", Long.toString(settings.maxRecordsPerBatch()));
        options.put("failOnDataLoss", Boolean.toString(!holes.isPassed()));
        return spark.readStream()
                .format(KafkaWithoutMetrics.class.getName())
                .options(options)
                .load()
                .transform(new TopicFrames()::apply);
    }

    /** Spark asks for every partition, and takes the answer only for a checkpoint that is still to be begun. */
    private String startingOffsets() {
        SortedMap<Integer, Long> next = new TreeMap<>(client.beginnings());
        next.replaceAll((partition, beginning) -> Math.max(beginning, start.of(partition)));
        return new TopicPositions(address.topic(), next).json();
    }
}
