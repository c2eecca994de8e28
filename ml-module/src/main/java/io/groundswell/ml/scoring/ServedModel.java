package io.groundswell.ml.scoring;

import io.groundswell.ml.topic.TopicInference;
import io.groundswell.ml.topic.TopicPipeline;
import io.groundswell.model.ModelVersion;
import org.apache.spark.broadcast.Broadcast;

/** A model that is loaded and ready to score. */
record ServedModel(ModelVersion version, TopicPipeline pipeline, Broadcast<TopicInference> inference) {

    boolean is(ModelVersion other) {
        return version.version() == other.version() && version.digest().equals(other.digest());
    }
}
