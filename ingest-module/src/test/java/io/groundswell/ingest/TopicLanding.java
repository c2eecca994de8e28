package io.groundswell.ingest;

import io.groundswell.ingest.parse.ChangeColumns;
import io.groundswell.ingest.parse.ColumnSettings;
import io.groundswell.ingest.parse.PostFormats;
import io.groundswell.ingest.topic.KafkaSettings;
import io.groundswell.ingest.topic.RecordValues;
import io.groundswell.job.Cadence;
import io.groundswell.job.JobRunner;
import io.groundswell.job.Transform;
import io.groundswell.model.Run;
import io.groundswell.table.Catalogue;
import io.groundswell.table.TableSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A lake in a test's folder, a topic, and the job that leads from one to the other. */
record TopicLanding(SparkSession spark, Path folder, String lakeName, String topic, OnGap onGap, KafkaSettings kafka) {

    static TopicLanding of(SparkSession spark, Path folder, KafkaBroker broker, String topic) {
        KafkaSettings kafka = new KafkaSettings(broker.address(), Optional.empty(), RecordValues.FRAMES, 1000);
        return new TopicLanding(spark, folder, "lake", topic, OnGap.STOP, kafka);
    }

    TopicLanding onGap(OnGap other) {
        return new TopicLanding(spark, folder, lakeName, topic, other, kafka);
    }

    TopicLanding inLake(String other) {
        return new TopicLanding(spark, folder, other, topic, onGap, kafka);
    }

    TopicLanding of(RecordValues values) {
        return with(
                new KafkaSettings(kafka.bootstrapServers(), kafka.clientFile(), values, kafka.maxRecordsPerBatch()));
    }

    TopicLanding inBatchesOf(long records) {
        return with(new KafkaSettings(kafka.bootstrapServers(), kafka.clientFile(), kafka.values(), records));
    }

    TopicLanding with(KafkaSettings settings) {
        return new TopicLanding(spark, folder, lakeName, topic, onGap, settings);
    }

    Run run() {
        return run(new PlainTerms(), Cadence.AVAILABLE_NOW);
    }

    Run run(Transform transform, Cadence cadence) {
        IngestSettings settings = new IngestSettings(topic, "x", "x", InputKind.KAFKA, 1, cadence, onGap);
        PostFormats formats = new PostFormats(ColumnSettings.DEFAULT, ChangeColumns.DEFAULT);
        LandPosts job = new LandPosts(files().lake(), settings, kafka, formats, List.of(transform), Landing.CLOCK);
        return new JobRunner(files().lake(), Landing.CLOCK).run(job, spark);
    }

    /** Returns the same lake as one that files are landed in. */
    Landing files() {
        return Landing.spool(spark, folder).inLake(lakeName);
    }

    Dataset<Row> rows(TableSpec spec) {
        return files().rows(spec);
    }

    /** Returns each row of a table as an expression gives it, in order. */
    List<String> values(TableSpec spec, String expression) {
        return rows(spec)
                .selectExpr(expression + " AS value")
                .orderBy("value")
                .as(Encoders.STRING())
                .collectAsList();
    }

    List<String> posts() {
        return values(Catalogue.POST_CHANGES, "post_id");
    }
}
