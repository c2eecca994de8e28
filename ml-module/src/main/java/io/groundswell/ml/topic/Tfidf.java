package io.groundswell.ml.topic;

import io.groundswell.job.PlatformException;
import io.groundswell.registry.ModelRegistry;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.feature.CountVectorizerModel;
import org.apache.spark.ml.feature.IDFModel;
import org.apache.spark.sql.SparkSession;

/**
 * The fitted TF-IDF model: from {@code words} through counts to weights.
 *
 * @param version in the registry
 */
record Tfidf(int version, PipelineModel model) {
    static final String NAME = "tfidf";

    Tfidf {
        Transformer[] stages = model.stages();
        if (stages.length != 2 || !(stages[0] instanceof CountVectorizerModel) || !(stages[1] instanceof IDFModel)) {
            throw PlatformException.usage(
                    "Version %d of model tfidf is not a CountVectorizerModel and an IDFModel. Run 'fit-tfidf' again."
                            .formatted(version));
        }
    }

    /**
     * Returns the champion; empty where there is none.
     *
     * @throws PlatformException if its artefact is not what was registered
     */
    static Optional<Tfidf> champion(SparkSession spark, ModelRegistry registry) {
        return registry.champion(spark, NAME)
                .map(version ->
                        new Tfidf(version.version(), PipelineModel.load(registry.verifiedFolder(spark, version))));
    }

    String outputColumn() {
        return ((IDFModel) model.stages()[1]).getOutputCol();
    }

    /** Returns the inverse document frequency of every word in the vocabulary. */
    Map<String, Double> idf() {
        String[] words = ((CountVectorizerModel) model.stages()[0]).vocabulary();
        double[] weights = ((IDFModel) model.stages()[1]).idf().toArray();
        Map<String, Double> idf = new HashMap<>();
        for (int word = 0; word < words.length; word++) {
            idf.put(words[word], weights[word]);
        }
        return idf;
    }
}
