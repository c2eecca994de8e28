package io.groundswell.features.tfidf;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import io.groundswell.features.text.TermExtraction;
import io.groundswell.job.Job;
import io.groundswell.job.Outcome;
import io.groundswell.job.PlatformException;
import io.groundswell.model.ModelVersion;
import io.groundswell.registry.Candidate;
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
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Fits the TF-IDF model on a sample of silver.posts, registers it as {@value #MODEL} and makes it the champion. The artefact
 * is a {@code PipelineModel} with the input column {@code words ARRAY<STRING>} and the output columns {@code counts} and
 * {@code tfidf}. Posts that were fitted with the same settings before are not fitted again.
 *
 * @param clock for the registry's times
 */
public record FitTfidf(Lake lake, TfidfSettings settings, Clock clock) implements Job {
    /** The model's name in the registry. */
    public static final String MODEL = "tfidf";

    private static final String DOCUMENTS = "documents";
    private static final String VOCABULARY = "vocabulary";

    @Override
    public String name() {
        return "fit-tfidf";
    }

    @Override
    public List<Table> reads() {
        return List.of(lake.table(Catalogue.POSTS));
    }

    @Override
    public List<Table> writes() {
        return List.of(lake.table(Catalogue.MODELS));
    }

    @Override
    public Outcome run(SparkSession spark) {
        Table posts = lake.table(Catalogue.POSTS);
        long version = posts.version(spark)
                .orElseThrow(() -> PlatformException.usage(
                        "There are no posts to fit a model on: no table %s at %s. Run 'ingest' and 'settle-posts' first."
                                .formatted(posts.name(), posts.path())));
        Map<String, Long> tablesRead = Map.of(posts.name(), Commit.sameRowsSince(posts, spark, version));
        ModelRegistry registry = new ModelRegistry(lake, clock);
        ModelVersion fitted = alreadyFitted(registry.versions(spark, MODEL), tablesRead)
                .orElseGet(() -> registry.register(spark, candidate(posts.readVersion(spark, version), tablesRead)));
        // One that was rolled back stays so; one whose run was killed before it was promoted is promoted now.
        if (fitted.promotedAt() == null) {
            registry.promote(spark, MODEL, fitted.version());
        }
        Map<String, Long> rows = new LinkedHashMap<>();
        rows.put(DOCUMENTS, fitted.metrics().get(DOCUMENTS).longValue());
        rows.put(VOCABULARY, fitted.metrics().get(VOCABULARY).longValue());
        return Outcome.of(rows);
    }

    private Optional<ModelVersion> alreadyFitted(List<ModelVersion> versions, Map<String, Long> tablesRead) {
        return versions.stream()
                .filter(known ->
                        known.tablesRead().equals(tablesRead) && known.params().equals(params()))
                .findFirst();
    }

    private Candidate candidate(Dataset<Row> posts, Map<String, Long> tablesRead) {
        Dataset<Row> sample = posts.transform(new PostWords()::apply)
                .transform(new SampledPosts(settings.maxPosts(), settings.heldOutShare(), settings.seed())::apply)
                .persist(); // read four times
        try {
            Dataset<Row> training = sample.where(not(col(SampledPosts.IS_HELD_OUT)));
            long documents = training.count();
            TfidfModel model = TfidfModel.fit(vocabulary(training, documents), training);
            Map<String, Double> metrics = new TreeMap<>();
            metrics.put(DOCUMENTS, (double) documents);
            metrics.put(VOCABULARY, (double) model.vocabulary().size());
            model.outOfVocabulary(sample.where(col(SampledPosts.IS_HELD_OUT)))
                    .ifPresent(share -> metrics.put("out_of_vocabulary", share));
            return new Candidate(MODEL, metrics, params(), tablesRead, folder -> model.pipeline()
                    .save(folder));
        } finally {
            sample.unpersist();
        }
    }

    private List<String> vocabulary(Dataset<Row> training, long documents) {
        List<String> vocabulary = training.transform(
                        new CommonWords(settings.vocabulary(), settings.minDocuments())::apply)
                .select(col("word"))
                .as(Encoders.STRING())
                .collectAsList();
        if (vocabulary.isEmpty()) {
            throw PlatformException.usage(
                    "Too few posts to fit a TF-IDF model: no word stands in %d of the %d posts with words in the sample. Ingest more, or lower tfidf.min-documents."
                            .formatted(settings.minDocuments(), documents));
        }
        return vocabulary;
    }

    /** Returns what, beside the posts, a fit depends on. */
    Map<String, String> params() {
        return Map.of(
                "max_posts", Integer.toString(settings.maxPosts()),
                "max_vocabulary", Integer.toString(settings.vocabulary()),
                "min_documents", Integer.toString(settings.minDocuments()),
                "held_out_share", Double.toString(settings.heldOutShare()),
                "seed", Long.toString(settings.seed()),
                "extractor_version", Integer.toString(TermExtraction.VERSION));
    }
}
