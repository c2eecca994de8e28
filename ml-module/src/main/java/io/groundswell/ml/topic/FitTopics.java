package io.groundswell.ml.topic;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import io.groundswell.job.Job;
import io.groundswell.job.Outcome;
import io.groundswell.job.PlatformException;
import io.groundswell.registry.ModelRegistry;
import io.groundswell.table.Catalogue;
import io.groundswell.table.Lake;
import io.groundswell.table.Table;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Fits topics to a sample of silver.posts, judges them on posts held out, registers them and makes them the champion.
 * Each run makes a new version.
 *
 * @param clock for the times in the registry, of which no result depends
 */
public record FitTopics(Lake lake, TopicSettings settings, Clock clock) implements Job {
    /** The model's name in the registry. */
    public static final String MODEL = "topics";

    /** A sample is small: more partitions only add scheduling to every round of the fit. */
    private static final int PARTITIONS = 2;

    @Override
    public String name() {
        return "fit-topics";
    }

    @Override
    public List<Table> reads() {
        return List.of(lake.table(Catalogue.POSTS), lake.table(Catalogue.MODELS));
    }

    @Override
    public List<Table> writes() {
        return List.of(lake.table(Catalogue.TOPICS), lake.table(Catalogue.MODELS));
    }

    /** @throws PlatformException if there are no posts, or too few for the topics asked for */
    @Override
    public Outcome run(SparkSession spark) {
        Table posts = lake.table(Catalogue.POSTS);
        OptionalLong version = posts.version(spark);
        // Reading what is not there says whose job it is to write it.
        Dataset<Row> newest = version.isPresent() ? posts.readVersion(spark, version.getAsLong()) : posts.read(spark);
        Dataset<Row> sample = newest.transform(new WordSample(settings.maxPosts(), settings.seed())::apply)
                .persist();
        Dataset<Row> documents = sample.where(not(col(WordSample.IS_HELD_OUT)))
                .transform(new PooledDocuments(settings.maxDocuments(), settings.seed())::apply)
                .repartition(PARTITIONS)
                .persist();
        try (ScratchCheckpoints scratch =
                new ScratchCheckpoints(spark.sparkContext(), lake.checkpoint(name(), "rounds"))) {
            requireEnough(sample, documents);
            return fit(spark, sample, documents, Map.of(posts.name(), version.orElseThrow()));
        } finally {
            documents.unpersist();
            sample.unpersist();
        }
    }

    private Outcome fit(SparkSession spark, Dataset<Row> sample, Dataset<Row> documents, Map<String, Long> read) {
        ModelRegistry registry = new ModelRegistry(lake, clock);
        Optional<Tfidf> tfidf = Tfidf.champion(spark, registry);
        TopicPipeline pipeline = estimator(tfidf).fit(documents);
        TopicReport report = TopicReport.of(pipeline, heldOut(sample));
        new Promotion(registry, lake.table(Catalogue.TOPICS))
                .publish(spark, pipeline, report, tfidf, parameters(tfidf), read);
        Map<String, Long> rows = new LinkedHashMap<>();
        rows.put("posts", sample.count());
        rows.put("documents", documents.count());
        rows.put("vocabulary", (long) pipeline.vocabulary().length);
        rows.put("topics", (long) report.coherence().size());
        return Outcome.of(rows);
    }

    private TopicEstimator estimator(Optional<Tfidf> tfidf) {
        return switch (settings.algorithm()) {
            case LDA -> new LdaEstimator(settings);
            case KMEANS ->
                new KMeansEstimator(
                        settings,
                        tfidf.orElseThrow(() -> PlatformException.usage(
                                "topics.algorithm kmeans needs a tfidf model, and the lake %s has none. Run 'fit-tfidf'."
                                        .formatted(lake.root()))));
        };
    }

    private void requireEnough(Dataset<Row> sample, Dataset<Row> documents) {
        if (sample.isEmpty()) {
            throw PlatformException.usage(
                    "No post in silver.posts of the lake %s has words to learn topics from. Ingest posts, and run "
                                    .formatted(lake.root())
                            + "'settle-posts'.");
        }
        long distinct = documents.distinct().count();
        if (distinct < settings.k()) {
            throw PlatformException.usage(
                    ("The posts make %d distinct documents (posts pooled by hashtag and hour): too few for %d topics. "
                                    + "Ingest more posts, or lower topics.k.")
                            .formatted(distinct, settings.k()));
        }
    }

    /** Held out is a tenth of a sample that is bounded: it fits the driver. */
    private static List<List<String>> heldOut(Dataset<Row> sample) {
        return sample.where(WordSample.IS_HELD_OUT).select(PostTerms.WORDS).collectAsList().stream()
                .map(post -> post.<String>getList(0))
                .toList();
    }

    private Map<String, String> parameters(Optional<Tfidf> tfidf) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("algorithm", settings.algorithm().setting());
        parameters.put("k", Integer.toString(settings.k()));
        parameters.put("iterations", Integer.toString(settings.iterations()));
        parameters.put("max-posts", Integer.toString(settings.maxPosts()));
        parameters.put("max-documents", Integer.toString(settings.maxDocuments()));
        parameters.put("vocabulary-size", Integer.toString(settings.vocabularySize()));
        parameters.put("min-documents", Integer.toString(settings.minDocuments()));
        parameters.put("seed", Long.toString(settings.seed()));
        tfidf.ifPresent(model -> parameters.put("tfidf-version", Integer.toString(model.version())));
        return parameters;
    }
}
