package io.groundswell.ml.topic;

import java.io.Serializable;
import org.apache.spark.ml.linalg.Vector;

/** Says what a post is about, from the vector of its words. Safe to use from several threads. */
@FunctionalInterface
public interface TopicInference extends Serializable {

    /** Returns the weight of every topic, adding up to 1; empty for a vector of zeros. */
    float[] weights(Vector words);
}
