package io.groundswell.ml.scoring;

import io.groundswell.job.Cadence;
import io.groundswell.job.Job;
import io.groundswell.job.Outcome;
import io.groundswell.job.PlatformException;
import io.groundswell.registry.ModelRegistry;
import io.groundswell.table.Catalogue;
import io.groundswell.table.Lake;
import io.groundswell.table.Table;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.apache.spark.api.java.function.VoidFunction2;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQueryException;

/**
 * Scores the changes of posts as they come with the champion of {@code topics}. Which version scored a post depends on
 * when; a batch that is run again writes the same rows over.
 */
public record ScorePosts(Lake lake, Cadence cadence) implements Job {
    /** About 200,000 posts: a batch is held in memory, and a longer one would put off a new champion. */
    private static final String MAX_BYTES_A_BATCH = "32m";

    @Override
    public String name() {
        return "score-posts";
    }

    @Override
    public List<Table> reads() {
        return List.of(lake.table(Catalogue.POST_CHANGES), lake.table(Catalogue.MODELS));
    }

    @Override
    public List<Table> writes() {
        return List.of(lake.table(Catalogue.POST_TOPICS));
    }

    /** @throws PlatformException if there is no champion, or nothing was ever ingested */
    @Override
    public Outcome run(SparkSession spark) {
        Table changes = lake.table(Catalogue.POST_CHANGES);
        // A registry that is only read asks no clock.
        Champion champion = new Champion(new ModelRegistry(lake, Clock.systemUTC()));
        champion.current(spark); // before the query, so that what is wrong is told without Spark's wrapping
        ScoredBatches batches = new ScoredBatches(champion, changes, lake.table(Catalogue.POST_TOPICS));
        VoidFunction2<Dataset<Row>, Long> each = (batch, id) -> batches.score(batch);
        try {
            stream(spark, changes)
                    .writeStream()
                    .queryName(name())
                    .trigger(cadence.trigger())
                    .option("checkpointLocation", lake.checkpoint(name(), "post_changes"))
                    .foreachBatch(each)
                    .start()
                    .awaitTermination();
        } catch (TimeoutException | StreamingQueryException e) {
            throw new IllegalStateException("Query of score-posts failed", e);
        }
        return Outcome.of(batches.counts());
    }

    private static Dataset<Row> stream(SparkSession spark, Table changes) {
        changes.read(spark); // says so where there is no such table
        return spark.readStream()
                .format("delta")
                .option("maxBytesPerTrigger", MAX_BYTES_A_BATCH)
                .load(changes.path());
    }
}
