package io.groundswell.ml.topic;

import io.groundswell.job.Failpoints;
import io.groundswell.model.ModelVersion;
import io.groundswell.registry.Candidate;
import io.groundswell.registry.ModelRegistry;
import io.groundswell.table.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A fitted model's way to the champion: artefact, registry row, rows of gold.topics, alias, in that order, so that
 * whatever kills the process the champion is whole.
 */
record Promotion(ModelRegistry registry, Table topics, JudgementSettings judgement) {
    private static final Logger LOG = LoggerFactory.getLogger(Promotion.class);

    /** Registers a model and makes it the champion, if it may be. */
    void publish(
            SparkSession spark,
            TopicPipeline pipeline,
            TopicReport report,
            Optional<Tfidf> tfidf,
            Map<String, String> parameters,
            Map<String, Long> tablesRead) {
        ModelVersion version = registry.register(
                spark,
                new Candidate(FitTopics.MODEL, report.metrics(), parameters, tablesRead, folder -> pipeline.model()
                        .write()
                        .save(folder)));
        List<Row> rows = report.rows(version.version(), tfidf.map(Tfidf::idf).orElse(Map.of()));
        topics.replaceWhere(
                spark.createDataFrame(rows, topics.spec().schema()), "model_version = " + version.version());
        Failpoints.hit("model.beforeAlias");
        if (judgement.accepts(report.metrics())) {
            registry.promote(spark, FitTopics.MODEL, version.version());
        } else {
            LOG.warn(
                    "Version {} of model topics is not promoted, since it is worse than the champion by more than "
                            + "topics.judgement allows: {}. 'models promote topics {}' promotes it all the same.",
                    version.version(),
                    report.metrics(),
                    version.version());
        }
    }
}
