package io.groundswell.ml.scoring;

import io.groundswell.change.TimelyChanges;
import io.groundswell.job.BatchQuery;
import io.groundswell.job.Cadence;
import io.groundswell.job.Job;
import io.groundswell.job.Outcome;
import io.groundswell.job.PlatformException;
import io.groundswell.ml.topic.FitTopics;
import io.groundswell.registry.ModelRegistry;
import io.groundswell.table.Catalogue;
import io.groundswell.table.Lake;
import io.groundswell.table.Table;
import java.time.Clock;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Scores the changes of posts as they come with the champion of {@code topics}. Which version scored a post depends on
 * when; a batch that is run again writes the same rows over.
 *
 * @param clock of the registry, which is only read
 */
public record ScorePosts(Lake lake, Cadence cadence, Clock clock) implements Job {
    private static final Logger LOG = LoggerFactory.getLogger(ScorePosts.class);

    /** About 200,000 posts: a batch is held in memory, and a longer one would put off a new champion. */
    private static final long MAX_BYTES_A_BATCH = 32L << 20;

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

    /**
     * Scores what is new. Before there is a champion a run that takes what is there and stops does nothing, and leaves
     * the posts to a later one: a schedule may score before it has fitted for the first time.
     *
     * @return {@code scored} posts, each once in the newest version that has landed; {@code removed} deleted ones
     * @throws PlatformException if nothing was ever ingested, no version can be served, or, with a cadence that goes on,
     *     there is no champion
     */
    @Override
    public Outcome run(SparkSession spark) {
        Table changes = lake.table(Catalogue.POST_CHANGES);
        Dataset<Row> stream = changes.stream(spark, MAX_BYTES_A_BATCH).transform(new TimelyChanges()::apply);
        ModelRegistry registry = new ModelRegistry(lake, clock);
        Champion champion = new Champion(registry);
        ScoredBatches batches = new ScoredBatches(champion, changes, lake.table(Catalogue.POST_TOPICS));
        if (!cadence.isContinuous() && registry.champion(spark, FitTopics.MODEL).isEmpty()) {
            LOG.info("score-posts waits for a first topic model: 'fit-topics' fits one");
            return Outcome.of(batches.counts());
        }
        champion.current(spark); // before the query, so that what is wrong is told at once
        new BatchQuery(lake.checkpoint(name(), "post_changes"), cadence)
                .run(stream, (batch, id) -> batches.score(batch));
        return Outcome.of(batches.counts());
    }
}
