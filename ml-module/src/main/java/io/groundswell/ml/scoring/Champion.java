package io.groundswell.ml.scoring;

import io.groundswell.job.PlatformException;
import io.groundswell.ml.topic.FitTopics;
import io.groundswell.ml.topic.TopicPipeline;
import io.groundswell.model.ModelVersion;
import io.groundswell.registry.ModelRegistry;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The model that scores: the registry's champion, looked up for each micro-batch and loaded when it changes. While the
 * champion's artefact is not what was registered, the model that served before goes on serving; at a start that is the
 * version promoted last whose artefact is whole. For one thread.
 */
final class Champion {
    private static final Logger LOG = LoggerFactory.getLogger(Champion.class);

    private final ModelRegistry registry;
    private final Set<Integer> reported = new HashSet<>();
    private ServedModel served;

    Champion(ModelRegistry registry) {
        this.registry = registry;
    }

    /**
     * Returns the model to score with now.
     *
     * @throws PlatformException if there is no champion, or neither it nor any that was it before can be served
     */
    ServedModel current(SparkSession spark) {
        ModelVersion champion = registry.champion(spark, FitTopics.MODEL)
                .orElseThrow(
                        () -> PlatformException.usage("Model topics has no champion on the lake %s. Run 'fit-topics'."
                                .formatted(registry.lake().root())));
        if (served == null) {
            served = Stream.concat(Stream.of(champion), registry.formerChampions(spark, FitTopics.MODEL).stream())
                    .flatMap(version -> load(spark, version).stream())
                    .findFirst()
                    .orElseThrow(
                            () -> PlatformException.usage(
                                    "No version of model topics that was ever promoted is what was registered. Run 'fit-topics'."));
        } else if (!served.is(champion)) {
            load(spark, champion).ifPresent(this::replace);
        }
        return served;
    }

    private void replace(ServedModel model) {
        LOG.info(
                "score-posts goes from version {} of model topics to {}",
                served.version().version(),
                model.version().version());
        served.inference().destroy();
        served = model;
    }

    /** Returns the version, once its files are seen to be those that were registered; empty, with a warning, if not. */
    private Optional<ServedModel> load(SparkSession spark, ModelVersion version) {
        try {
            TopicPipeline pipeline = new TopicPipeline(PipelineModel.load(registry.verifiedFolder(spark, version)));
            return Optional.of(new ServedModel(
                    version,
                    pipeline,
                    JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(pipeline.inference())));
        } catch (PlatformException broken) {
            if (reported.add(version.version())) {
                LOG.warn("score-posts passes over a broken model: {}", broken.getMessage());
            }
            return Optional.empty();
        }
    }
}
