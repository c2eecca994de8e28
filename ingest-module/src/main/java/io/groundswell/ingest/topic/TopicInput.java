package io.groundswell.ingest.topic;

import io.groundswell.ingest.land.FrameInput;
import io.groundswell.ingest.land.LandedBefore;
import io.groundswell.ingest.source.BatchEnds;
import io.groundswell.ingest.source.FrameFeed;
import io.groundswell.ingest.source.QueryName;
import io.groundswell.job.JobRunner;
import io.groundswell.job.PlatformException;
import io.groundswell.table.Lake;
import java.time.Clock;
import org.apache.spark.sql.SparkSession;

/**
 * A topic whose records are landed.
 *
 * @param source the feed's name, under which holes are told
 * @param format of frames without an envelope
 * @param passesHoles whether a run goes on behind a hole
 */
public record TopicInput(
        Lake lake,
        KafkaSettings settings,
        TopicAddress topic,
        String source,
        String format,
        boolean passesHoles,
        Clock clock)
        implements FrameInput {

    /**
     * Looks at a topic.
     *
     * @throws PlatformException if there is none, or no broker answers
     */
    public static TopicInput of(
            Lake lake,
            KafkaSettings settings,
            String topic,
            String source,
            String format,
            boolean passesHoles,
            Clock clock) {
        TopicAddress address = TopicAddress.of(settings, topic);
        return new TopicInput(lake, settings, address, source, format, passesHoles, clock);
    }

    @Override
    public String address() {
        return topic.full();
    }

    @Override
    public String query() {
        return QueryName.of(source, address(), settings.values().name(), format);
    }

    /**
     * Returns the topic's records as frames.
     *
     * @throws PlatformException if no broker answers, or the checkpoint is one of another topic of that name
     */
    @Override
    public FrameFeed feed(String checkpoint, LandedBefore before, SparkSession spark) {
        TopicClient client = new TopicClient(settings, topic);
        try {
            return feed(checkpoint, before, spark, client);
        } catch (RuntimeException e) {
            client.close();
            throw e;
        }
    }

    private TopicFeed feed(String checkpoint, LandedBefore before, SparkSession spark, TopicClient client) {
        FeedGaps gaps = new FeedGaps(lake, source, JobRunner.runId(spark));
        TopicHoles holes =
                new TopicHoles(gaps, client, new RecordStamps(settings.values()), before, passesHoles, clock);
        TopicPositions start = new TopicStart(lake, topic, query()).of(checkpoint, client.beginnings(), spark);
        BatchEnds ends = new BatchEnds(checkpoint, spark.sparkContext().hadoopConfiguration());
        return new TopicFeed(spark, settings, topic, client, holes, ends, start);
    }
}
