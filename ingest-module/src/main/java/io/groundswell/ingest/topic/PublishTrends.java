package io.groundswell.ingest.topic;

import io.groundswell.ingest.source.QueryName;
import io.groundswell.job.BatchQuery;
import io.groundswell.job.Cadence;
import io.groundswell.job.Failpoints;
import io.groundswell.job.Job;
import io.groundswell.job.Outcome;
import io.groundswell.job.PlatformException;
import io.groundswell.table.Catalogue;
import io.groundswell.table.Lake;
import io.groundswell.table.Table;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Sends the rows of gold.trends, as they come, to a topic: see {@link TrendRecords} for its records. Each is sent at
 * least once. After a kill the records of one batch may come again, with the ids that they had.
 */
public record PublishTrends(Lake lake, KafkaSettings kafka, PublishSettings settings, Cadence cadence) implements Job {
    @Override
    public String name() {
        return "publish";
    }

    @Override
    public List<Table> reads() {
        return List.of(lake.table(Catalogue.TRENDS));
    }

    @Override
    public List<Table> writes() {
        return List.of();
    }

    /**
     * Sends what is new, or with a continuous cadence what comes.
     *
     * @return {@code records} and {@code batches}
     * @throws PlatformException if there are no trends yet, no such topic, or no broker answers
     */
    @Override
    public Outcome run(SparkSession spark) {
        Table trends = lake.table(Catalogue.TRENDS);
        Dataset<Row> stream = trends.stream(spark);
        TopicAddress topic = TopicAddress.of(kafka, settings.topic());
        String checkpoint = lake.checkpoint(name(), QueryName.of("trends", topic.full(), topic.id()));
        AtomicLong records = new AtomicLong();
        AtomicLong batches = new AtomicLong();
        new BatchQuery(checkpoint, cadence).run(stream, (rows, batch) -> {
            records.addAndGet(rows.count());
            batches.incrementAndGet();
            rows.transform(new TrendRecords()::apply)
                    .write()
                    .format("kafka")
                    .options(ClientProperties.options(kafka))
                    .option("topic", topic.topic())
                    .save();
            Failpoints.hit("publish.afterSend");
        });
        return Outcome.of(Map.of("records", records.get(), "batches", batches.get()));
    }
}
