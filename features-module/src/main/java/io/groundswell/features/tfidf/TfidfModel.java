package io.groundswell.features.tfidf;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.OptionalDouble;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.feature.CountVectorizerModel;
import org.apache.spark.ml.feature.IDF;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * A fitted TF-IDF model. The pipeline turns {@code words ARRAY<STRING>} into the sparse vectors {@code counts} and
 * {@code tfidf}, as long as the vocabulary: entry i is of the vocabulary's word i. With n posts, df of them with the
 * word, its weight is {@code count · ln((n + 1) / (df + 1))}. It holds words and their frequencies, no post.
 */
record TfidfModel(List<String> vocabulary, PipelineModel pipeline) {
    static final String COUNTS = "counts";
    static final String TFIDF = "tfidf";

    /**
     * Fits the weights of a vocabulary on posts. The vocabulary is given, since {@code CountVectorizer} orders words of
     * one frequency by chance, and entry i would not be the same word in the next fit of the same posts.
     */
    static TfidfModel fit(List<String> vocabulary, Dataset<Row> posts) {
        CountVectorizerModel counts = new CountVectorizerModel("tfidf-counts", vocabulary.toArray(String[]::new));
        counts.setInputCol(PostWords.WORDS).setOutputCol(COUNTS);
        IDF weights = new IDF("tfidf-weights").setInputCol(COUNTS).setOutputCol(TFIDF);
        return new TfidfModel(
                vocabulary,
                new Pipeline("tfidf")
                        .setStages(new PipelineStage[] {counts, weights})
                        .fit(posts));
    }

    /** Returns the share of the posts' words that the vocabulary has not, 0 to 1; empty where there are no posts. */
    OptionalDouble outOfVocabulary(Dataset<Row> posts) {
        Dataset<Row> words = posts.select(explode(col(PostWords.WORDS)).as("word"));
        Dataset<Row> known = posts.sparkSession()
                .createDataset(vocabulary, Encoders.STRING())
                .select(col("value").as("word"), lit(true).as("is_known"));
        Row shares = words.join(broadcast(known), "word", "left")
                .agg(avg(when(col("is_known"), 0).otherwise(1)))
                .head();
        return shares.isNullAt(0) ? OptionalDouble.empty() : OptionalDouble.of(shares.getDouble(0));
    }
}
