package io.groundswell.ml.topic;

import io.groundswell.job.PlatformException;
import java.util.Arrays;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.clustering.KMeansModel;
import org.apache.spark.ml.clustering.LDAModel;
import org.apache.spark.ml.feature.CountVectorizerModel;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A fitted topic model: from the column {@code words} to topics, as one pipeline whose first stage holds the vocabulary
 * and whose last is an {@link LDAModel} or a {@link KMeansModel}.
 */
public record TopicPipeline(PipelineModel model) {

    /** @throws PlatformException if the pipeline's ends are other stages */
    public TopicPipeline {
        Transformer[] stages = model.stages();
        boolean isTopicModel = stages.length > 1
                && stages[0] instanceof CountVectorizerModel
                && (last(model) instanceof LDAModel || last(model) instanceof KMeansModel);
        if (!isTopicModel) {
            throw PlatformException.usage(
                    "A topics model is a CountVectorizerModel, …, and an LDAModel or KMeansModel, but this one is %s."
                            .formatted(Arrays.stream(stages)
                                    .map(stage -> stage.getClass().getSimpleName())
                                    .toList()));
        }
    }

    static TopicPipeline of(Dataset<Row> documents, PipelineStage... fitted) {
        // Of stages that are all fitted already this runs nothing.
        return new TopicPipeline(new Pipeline().setStages(fitted).fit(documents));
    }

    /** Returns the rows with the vectors of their words in the column {@link #featuresColumn}. */
    public Dataset<Row> features(Dataset<Row> rows) {
        Dataset<Row> vectors = rows;
        for (Transformer stage : Arrays.copyOf(model.stages(), model.stages().length - 1)) {
            vectors = stage.transform(vectors);
        }
        return vectors;
    }

    public String featuresColumn() {
        Transformer last = last(model);
        return last instanceof LDAModel lda ? lda.getFeaturesCol() : ((KMeansModel) last).getFeaturesCol();
    }

    /** Returns the last stage as a function of one post; a k-means model gives all weight to the nearest cluster. */
    public TopicInference inference() {
        return last(model) instanceof LDAModel lda
                ? new LdaInference(lda)
                : new NearestCluster((KMeansModel) last(model));
    }

    String[] vocabulary() {
        return ((CountVectorizerModel) model.stages()[0]).vocabulary();
    }

    /** Whether the model gives words a probability, so that a perplexity can be told. */
    boolean isGenerative() {
        return last(model) instanceof LDAModel;
    }

    /** Returns the weight of every word in every topic, by topic and place in the vocabulary; a topic's add up to 1. */
    double[][] termWeights() {
        if (last(model) instanceof LDAModel lda) {
            double[][] weights = new double[lda.getK()][lda.vocabSize()];
            lda.topicsMatrix().foreachActive((word, topic, weight) -> {
                weights[(Integer) topic][(Integer) word] = (Double) weight;
                return scala.runtime.BoxedUnit.UNIT;
            });
            return normalised(weights);
        }
        return normalised(Arrays.stream(((KMeansModel) last(model)).clusterCenters())
                .map(Vector::toArray)
                .toArray(double[][]::new));
    }

    private static double[][] normalised(double[][] weights) {
        return Arrays.stream(weights)
                .map(topic -> {
                    double total = Arrays.stream(topic).sum();
                    return Arrays.stream(topic).map(weight -> weight / total).toArray();
                })
                .toArray(double[][]::new);
    }

    private static Transformer last(PipelineModel model) {
        return model.stages()[model.stages().length - 1];
    }
}
