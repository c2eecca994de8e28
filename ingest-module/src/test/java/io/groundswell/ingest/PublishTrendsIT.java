package io.groundswell.ingest;

import static io.groundswell.ingest.XFrames.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.ingest.topic.KafkaSettings;
import io.groundswell.ingest.topic.PublishSettings;
import io.groundswell.ingest.topic.PublishTrends;
import io.groundswell.ingest.topic.RecordValues;
import io.groundswell.job.Cadence;
import io.groundswell.job.JobRunner;
import io.groundswell.job.PlatformException;
import io.groundswell.model.Run;
import io.groundswell.model.Trend;
import io.groundswell.table.Catalogue;
import io.groundswell.table.Lake;
import io.groundswell.table.Rows;
import io.groundswell.table.Table;
import io.groundswell.testing.SparkTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkTest.class)
class PublishTrendsIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    @Test
    void sendsEachRowAndTheSameIdsAgain(SparkSession spark) throws Exception {
        try (Topic topic = Topic.of(KafkaBroker.shared(), "trends", 3)) {
            Table trends = lake().table(Catalogue.TRENDS);
            trends.createIfAbsent(spark);
            add(spark, trends, trend("one", 0), trend("two", 0));
            assertThat(publish(spark, topic).rows()).containsEntry("records", 2L);
            add(spark, trends, trend("one", 1));
            assertThat(publish(spark, topic).rows()).containsEntry("records", 1L);
            assertThat(publish(spark, topic).rows()).containsEntry("records", 0L);

            List<JsonNode> sent = records(spark, topic);
            assertThat(sent).hasSize(3);
            assertThat(sent.stream()
                            .filter(record -> record.get("term").asText().equals("one")))
                    .extracting(record -> record.get("id").asText())
                    .containsExactly(
                            "2026-03-01T12:00:00Z/3600/all/hashtag/one/2026-03-01T13:00:00Z",
                            "2026-03-01T12:00:00Z/3600/all/hashtag/one/2026-03-01T13:00:01Z");
            assertThat(sent.get(0).has("story_id")).isTrue();

            Landing.delete(folder.resolve("lake/_checkpoints"));
            publish(spark, topic);
            assertThat(records(spark, topic)).hasSize(6);
            assertThat(records(spark, topic).stream()
                            .map(record -> record.get("id"))
                            .distinct())
                    .hasSize(3);
        }
    }

    @Test
    void refusesATopicThatIsNotThere(SparkSession spark) {
        lake().table(Catalogue.TRENDS).createIfAbsent(spark);

        assertThatThrownBy(() -> publish(spark, "no-such"))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("There is no topic no-such");
    }

    private Lake lake() {
        return new Lake(folder.resolve("lake").toString());
    }

    private Run publish(SparkSession spark, Topic topic) {
        return publish(spark, topic.name());
    }

    private Run publish(SparkSession spark, String topic) {
        KafkaSettings kafka =
                new KafkaSettings(KafkaBroker.shared().address(), Optional.empty(), RecordValues.FRAMES, 10);
        PublishTrends job = new PublishTrends(lake(), kafka, new PublishSettings(topic), Cadence.AVAILABLE_NOW);
        return new JobRunner(lake(), Landing.CLOCK).run(job, spark);
    }

    /** Returns the topic's values, those of a key in their order. */
    private static List<JsonNode> records(SparkSession spark, Topic topic) throws Exception {
        List<JsonNode> records = new ArrayList<>();
        for (Row row : spark.read()
                .format("kafka")
                .option("kafka.bootstrap.servers", topic.broker().address())
                .option("subscribe", topic.name())
                .load()
                .orderBy("partition", "offset")
                .collectAsList()) {
            JsonNode value = JSON.readTree(row.<byte[]>getAs("value"));
            assertThat(new String(row.<byte[]>getAs("key"), StandardCharsets.UTF_8))
                    .isEqualTo(value.get("term").asText());
            records.add(value);
        }
        return records;
    }

    private static void add(SparkSession spark, Table trends, Trend... rows) {
        List<Row> added = Stream.of(rows).map(Rows::of).toList();
        trends.append(spark.createDataFrame(added, trends.spec().schema()));
    }

    private static Trend trend(String term, int decision) {
        return new Trend(
                NOON,
                3600,
                "all",
                "hashtag",
                term,
                NOON.plusSeconds(3600 + decision),
                NOON,
                "#" + term,
                9,
                8,
                0.5,
                7.5,
                16,
                0,
                0,
                true,
                "emerging",
                7.5,
                1,
                null,
                null,
                null,
                6,
                null,
                List.of("x/1"),
                1);
    }
}
