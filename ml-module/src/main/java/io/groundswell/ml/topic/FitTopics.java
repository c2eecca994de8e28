package io.groundswell.ml.topic;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import io.groundswell.job.Job;
import io.groundswell.job.Outcome;
import io.groundswell.job.PlatformException;
import io.groundswell.model.ModelVersion;
import io.groundswell.registry.ModelRegistry;
import io.groundswell.table.Catalogue;
import io.groundswell.table.Commit;
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
 * Fits topics to a sample of silver.posts, judges them on posts held out, registers them and makes them the champion unless
 * the present one is better. Posts that were fitted with the same settings before are not fitted again.
 *
 * @param judgement what a new version must be worth to be promoted
 * @param clock for the times in the registry, of which no result depends
 */
public record FitTopics(Lake lake, TopicSettings settings, JudgementSettings judgement, Clock clock) implements Job {
    /** The model's name in the registry. */
    public static final String MODEL = "topics";

    private static final List<String> COUNTED = List.of("posts", "documents", "vocabulary", "topics");

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

    /**
     * Fits, unless these posts were fitted with the same settings before and that model was promoted or refused.
     *
     * @return {@code posts} and {@code documents} of the sample, {@code vocabulary}, {@code topics}; and {@code refused}, 1,
     *     where the champion stays since it is better
     * @throws PlatformException if there are no posts, or too few for the topics asked for
     */
    @Override
    public Outcome run(SparkSession spark) {
        Table posts = lake.table(Catalogue.POSTS);
        OptionalLong version = posts.version(spark);
        // Reading what is not there says whose job it is to write it.
        Dataset<Row> newest = version.isPresent() ? posts.readVersion(spark, version.getAsLong()) : posts.read(spark);
        ModelRegistry registry = new ModelRegistry(lake, clock);
        Optional<Tfidf> tfidf = Tfidf.champion(spark, registry);
        Map<String, Long> read = Map.of(posts.name(), Commit.sameRowsSince(posts, spark, version.orElseThrow()));
        Map<String, Double> metrics = alreadyFitted(registry.versions(spark, MODEL), read, parameters(tfidf))
                .map(ModelVersion::metrics)
                .orElseGet(() -> fit(spark, newest, tfidf, read));
        Map<String, Long> rows = new LinkedHashMap<>();
        COUNTED.forEach(count -> rows.put(count, metrics.get(count).longValue()));
        if (!judgement.accepts(metrics)) {
            rows.put("refused", 1L);
        }
        return Outcome.of(rows);
    }

    private Optional<ModelVersion> alreadyFitted(
            List<ModelVersion> versions, Map<String, Long> read, Map<String, String> parameters) {
        return versions.stream()
                .filter(known -> (known.promotedAt() != null || !judgement.accepts(known.metrics()))
                        && known.tablesRead().equals(read)
                        && known.params().equals(parameters))
                .findFirst();
    }

    /** Returns the metrics of the new version. */
    private Map<String, Double> fit(
            SparkSession spark, Dataset<Row> posts, Optional<Tfidf> tfidf, Map<String, Long> read) {
        Dataset<Row> words = posts.transform(new WordPosts(settings.seed())::apply);
        Dataset<Row> training = words.where(not(col(WordPosts.IS_HELD_OUT)))
                .transform(new DistinctSample(settings.maxPosts(), settings.seed())::apply)
                .persist();
        Dataset<Row> documents = training.transform(
                        new PooledDocuments(settings.maxDocuments(), settings.seed())::apply)
                .repartition(PARTITIONS)
                .persist();
        try (ScratchCheckpoints scratch =
                new ScratchCheckpoints(spark.sparkContext(), lake.checkpoint(name(), "rounds"))) {
            requireEnough(training, documents);
            TopicPipeline pipeline = estimator(tfidf, training).fit(documents);
            ModelRegistry registry = new ModelRegistry(lake, clock);
            TopicReport report = new Judgement(registry, heldOut(words, training))
                    .of(spark, pipeline)
                    .counted(training.count(), documents.count());
            new Promotion(registry, lake.table(Catalogue.TOPICS), judgement)
                    .publish(spark, pipeline, report, tfidf, parameters(tfidf), read);
            return report.metrics();
        } finally {
            documents.unpersist();
            training.unpersist();
        }
    }

    private TopicEstimator estimator(Optional<Tfidf> tfidf, Dataset<Row> training) {
        return switch (settings.algorithm()) {
            case LDA -> new LdaEstimator(settings, training);
            case KMEANS ->
                new KMeansEstimator(
                        settings,
                        tfidf.orElseThrow(() -> PlatformException.usage(
                                "topics.algorithm kmeans needs a tfidf model, and the lake %s has none. Run 'fit-tfidf'."
                                        .formatted(lake.root()))));
        };
    }

    private void requireEnough(Dataset<Row> training, Dataset<Row> documents) {
        if (training.isEmpty()) {
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

    /** Returns the words of the posts held out but for near-copies of what was learnt from. */
    private List<List<String>> heldOut(Dataset<Row> words, Dataset<Row> training) {
        KnownTexts known = new KnownTexts(texts(training));
        return texts(words.where(WordPosts.IS_HELD_OUT)
                        .transform(new DistinctSample(judgement.maxPosts(), settings.seed())::apply))
                .stream()
                .filter(text -> !known.contain(text))
                .toList();
    }

    /** Both samples are bounded: their words fit the driver. */
    private static List<List<String>> texts(Dataset<Row> sample) {
        return sample.select(PostTerms.WORDS).collectAsList().stream()
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
        parameters.put("min-authors", Integer.toString(settings.minAuthors()));
        parameters.put("held-out-posts", Integer.toString(judgement.maxPosts()));
        parameters.put("seed", Long.toString(settings.seed()));
        tfidf.ifPresent(model -> parameters.put("tfidf-version", Integer.toString(model.version())));
        return parameters;
    }
}
