package io.groundswell.ml.topic;

import io.groundswell.job.PlatformException;
import java.util.Arrays;
import org.apache.spark.ml.clustering.DistributedLDAModel;
import org.apache.spark.ml.clustering.LDA;
import org.apache.spark.ml.clustering.LocalLDAModel;
import org.apache.spark.ml.feature.CountVectorizerModel;
import org.apache.spark.ml.linalg.DenseMatrix;
import org.apache.spark.mllib.linalg.Matrices;
import org.apache.spark.mllib.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * LDA on word counts by MLlib's EM, whose topics hang together far better on short posts than its online optimizer's.
 *
 * <p>EM finds the most probable parameters, for which priors α and β act as α − 1 and β − 1 do in variational inference
 * (Asuncion et al., "On smoothing and inference for topic models", UAI 2009). So the model that is kept has those
 * priors: with EM's own, the topics of a post of ten words would all look alike. It holds word counts by topic, and
 * nothing of any document.
 *
 * @param posts of which the documents are made: the vocabulary is theirs
 */
record LdaEstimator(TopicSettings settings, Dataset<Row> posts) implements TopicEstimator {
    private static final double ALPHA = 1.1;
    private static final double BETA = 1.01;
    private static final double GAMMA_SHAPE = 100; // MLlib's own, for the start of its inference
    private static final int CHECKPOINT_INTERVAL = 10;
    private static final String COUNTS = "counts";

    @Override
    public TopicPipeline fit(Dataset<Row> documents) {
        CountVectorizerModel vectorizer = vectorizer(documents);
        Dataset<Row> counts = vectorizer.transform(documents).select(COUNTS).persist();
        try {
            DistributedLDAModel fitted = (DistributedLDAModel) new LDA()
                    .setOptimizer("em")
                    .setFeaturesCol(COUNTS)
                    .setK(settings.k())
                    .setMaxIter(settings.iterations())
                    .setDocConcentration(ALPHA)
                    .setTopicConcentration(BETA)
                    .setCheckpointInterval(CHECKPOINT_INTERVAL)
                    .setSeed(settings.seed())
                    .fit(counts);
            return TopicPipeline.of(documents, vectorizer, local(fitted, documents.sparkSession()));
        } finally {
            counts.unpersist();
        }
    }

    /** The vocabulary is picked here: {@code CountVectorizer} orders equally frequent words by chance. */
    private CountVectorizerModel vectorizer(Dataset<Row> documents) {
        String[] vocabulary = posts
                .transform(new SharedWords(documents, settings.vocabularySize(), settings.minAuthors())::apply)
                .collectAsList()
                .stream()
                .map(word -> word.getString(0))
                .toArray(String[]::new);
        if (vocabulary.length < settings.k()) {
            throw PlatformException.usage(
                    ("%d words are of at least %d authors, of at most %d that are let in: too few for %d topics. "
                                    + "Lower topics.min-authors or topics.k, raise topics.vocabulary-size, or ingest "
                                    + "more posts.")
                            .formatted(
                                    vocabulary.length, settings.minAuthors(), settings.vocabularySize(), settings.k()));
        }
        return new CountVectorizerModel(vocabulary).setInputCol(PostTerms.WORDS).setOutputCol(COUNTS);
    }

    /**
     * Returns the model without its documents. {@code toLocal} would keep EM's priors, so the constructors that it calls
     * are called here: they are private to Spark's Scala code, though not to Java.
     */
    private LocalLDAModel local(DistributedLDAModel fitted, SparkSession spark) {
        DenseMatrix counts = fitted.topicsMatrix().toDense();
        double[] smoothed =
                Arrays.stream(counts.toArray()).map(n -> n + BETA - 1).toArray();
        double[] alpha = new double[settings.k()];
        Arrays.fill(alpha, ALPHA - 1);
        LocalLDAModel local = new LocalLDAModel(
                fitted.uid(),
                fitted.vocabSize(),
                new org.apache.spark.mllib.clustering.LocalLDAModel(
                        Matrices.dense(counts.numRows(), counts.numCols(), smoothed),
                        Vectors.dense(alpha),
                        BETA - 1,
                        GAMMA_SHAPE),
                spark);
        local.set(local.k(), settings.k());
        local.setFeaturesCol(COUNTS);
        return local;
    }
}
