package io.groundswell.ml.topic;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;

import io.groundswell.job.PlatformException;
import java.util.stream.Stream;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.clustering.KMeans;
import org.apache.spark.ml.clustering.KMeansModel;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;

/** K-means by cosine on the vectors of the TF-IDF model, whose stages are the first of the fitted pipeline. */
record KMeansEstimator(TopicSettings settings, Tfidf tfidf) implements TopicEstimator {

    @Override
    public TopicPipeline fit(Dataset<Row> documents) {
        // No function of Spark's looks into a vector without copying it out.
        UDF1<Vector, Boolean> hasWords = vector -> vector.numNonzeros() > 0;
        Dataset<Row> vectors = tfidf.model()
                .transform(documents)
                .select(tfidf.outputColumn())
                .where(udf(hasWords, DataTypes.BooleanType).apply(col(tfidf.outputColumn())))
                .persist();
        try {
            if (vectors.distinct().count() < settings.k()) {
                throw PlatformException.usage(
                        ("Fewer than %d documents have words of their own in the vocabulary of the tfidf model. "
                                        + "Lower topics.k, or run 'fit-tfidf' again.")
                                .formatted(settings.k()));
            }
            KMeansModel clusters = new KMeans()
                    .setFeaturesCol(tfidf.outputColumn())
                    .setDistanceMeasure("cosine")
                    .setK(settings.k())
                    .setMaxIter(settings.iterations())
                    .setSeed(settings.seed())
                    .fit(vectors);
            return TopicPipeline.of(
                    documents,
                    Stream.concat(Stream.of(tfidf.model().stages()), Stream.of(clusters))
                            .toArray(PipelineStage[]::new));
        } finally {
            vectors.unpersist();
        }
    }
}
