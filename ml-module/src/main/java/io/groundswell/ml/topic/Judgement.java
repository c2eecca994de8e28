package io.groundswell.ml.topic;

import io.groundswell.job.PlatformException;
import io.groundswell.model.ModelVersion;
import io.groundswell.registry.ModelRegistry;
import java.util.List;
import java.util.Optional;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges a new model and the champion by the same posts.
 *
 * @param heldOut words of posts that neither has learnt from: a post's side is the same in every fit of one seed
 */
record Judgement(ModelRegistry registry, List<List<String>> heldOut) {
    private static final Logger LOG = LoggerFactory.getLogger(Judgement.class);

    /** Returns the report on a model, with the champion's figures where there is one that can be loaded. */
    TopicReport of(SparkSession spark, TopicPipeline pipeline) {
        TopicReport report = TopicReport.of(pipeline, heldOut);
        return heldOut.isEmpty()
                ? report
                : registry.champion(spark, FitTopics.MODEL)
                        .flatMap(version -> load(spark, version))
                        .map(champion -> report.comparedWith(TopicReport.of(champion, heldOut)))
                        .orElse(report);
    }

    private Optional<TopicPipeline> load(SparkSession spark, ModelVersion version) {
        try {
            return Optional.of(new TopicPipeline(PipelineModel.load(registry.verifiedFolder(spark, version))));
        } catch (PlatformException broken) {
            LOG.warn("fit-topics compares with no champion, since it is broken: {}", broken.getMessage());
            return Optional.empty();
        }
    }
}
