package io.groundswell.app;

import io.groundswell.app.evaluate.EvaluationSettings;
import io.groundswell.app.maintain.MaintainSettings;
import io.groundswell.app.metrics.MetricsSettings;
import io.groundswell.app.settings.LakeSettings;
import io.groundswell.app.settings.Section;
import io.groundswell.app.settings.SparkSettings;
import io.groundswell.features.text.TextSettings;
import io.groundswell.features.tfidf.TfidfSettings;
import io.groundswell.graph.GraphSettings;
import io.groundswell.ingest.IngestSettings;
import io.groundswell.ingest.parse.ChangeColumns;
import io.groundswell.ingest.parse.ColumnSettings;
import io.groundswell.ingest.simulate.SimulationSettings;
import io.groundswell.ingest.topic.KafkaSettings;
import io.groundswell.ingest.topic.PublishSettings;
import io.groundswell.ml.topic.JudgementSettings;
import io.groundswell.ml.topic.TopicSettings;
import io.groundswell.trends.TrendSettings;
import io.groundswell.trends.calibrate.CalibrationSettings;
import io.groundswell.trends.rule.RuleSettings;
import java.util.List;

/** Every group of settings. */
final class Sections {
    static final Section<LakeSettings> LAKE = new Section<>("lake", LakeSettings.DEFAULT);
    static final Section<SparkSettings> SPARK = new Section<>("spark", SparkSettings.DEFAULT);
    static final Section<MetricsSettings> METRICS = new Section<>("metrics", MetricsSettings.DEFAULT);
    static final Section<SimulationSettings> SIMULATE = new Section<>("simulate", SimulationSettings.DEFAULT);
    static final Section<IngestSettings> INGEST = new Section<>("ingest", IngestSettings.DEFAULT);
    static final Section<KafkaSettings> KAFKA = new Section<>("kafka", KafkaSettings.DEFAULT);
    static final Section<PublishSettings> PUBLISH = new Section<>("publish", PublishSettings.DEFAULT);
    static final Section<ColumnSettings> COLUMNS = new Section<>("columns", ColumnSettings.DEFAULT);
    static final Section<ChangeColumns> CHANGE_COLUMNS = new Section<>("columns", ChangeColumns.DEFAULT);
    static final Section<TextSettings> TEXT = new Section<>("text", TextSettings.DEFAULT);
    static final Section<TfidfSettings> TFIDF = new Section<>("tfidf", TfidfSettings.DEFAULT);
    static final Section<TrendSettings> TRENDS = new Section<>("trends", TrendSettings.DEFAULT);
    static final Section<EvaluationSettings> EVALUATION = new Section<>("evaluation", EvaluationSettings.DEFAULT);
    static final Section<CalibrationSettings> CALIBRATION = new Section<>("calibration", CalibrationSettings.DEFAULT);
    static final Section<RuleSettings> RULES = new Section<>("rules", RuleSettings.DEFAULT);
    static final Section<TopicSettings> TOPICS = new Section<>("topics", TopicSettings.DEFAULT);
    static final Section<JudgementSettings> JUDGEMENT = new Section<>("topics.judgement", JudgementSettings.DEFAULT);
    static final Section<GraphSettings> GRAPH = new Section<>("graph", GraphSettings.DEFAULT);

    static final Section<MaintainSettings> MAINTAIN = new Section<>("maintain", MaintainSettings.DEFAULT);

    static final List<Section<?>> ALL = List.of(
            LAKE,
            SPARK,
            METRICS,
            SIMULATE,
            INGEST,
            KAFKA,
            COLUMNS,
            CHANGE_COLUMNS,
            TEXT,
            TFIDF,
            TRENDS,
            CALIBRATION,
            RULES,
            EVALUATION,
            TOPICS,
            JUDGEMENT,
            GRAPH,
            PUBLISH,
            MAINTAIN);

    private Sections() {}
}
