package io.groundswell.ml.topic;

import org.apache.spark.ml.clustering.KMeansModel;
import org.apache.spark.ml.linalg.Vector;

/**
 * All weight on the cluster whose centre is nearest: distances to the others say nothing of how much of a post is about
 * them.
 */
record NearestCluster(KMeansModel model) implements TopicInference {

    @Override
    public float[] weights(Vector words) {
        if (words.numNonzeros() == 0) {
            return new float[0]; // has no direction, so no cosine
        }
        float[] weights = new float[model.getK()];
        weights[model.predict(words)] = 1;
        return weights;
    }
}
