package io.groundswell.ml.scoring;

import static io.groundswell.testing.Posts.NOON;
import static io.groundswell.testing.Posts.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groundswell.job.Cadence;
import io.groundswell.job.PlatformException;
import io.groundswell.ml.topic.HandMadeModels;
import io.groundswell.ml.topic.TopicPipeline;
import io.groundswell.model.ModelVersion;
import io.groundswell.registry.ModelRegistry;
import io.groundswell.table.Catalogue;
import io.groundswell.table.Lake;
import io.groundswell.table.Table;
import io.groundswell.testing.Posts;
import io.groundswell.testing.SparkTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileUtil;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.clustering.KMeans;
import org.apache.spark.ml.clustering.KMeansModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkTest.class)
class ScorePostsIT {
    @TempDir
    Path folder;

    private Lake lake;
    private Table changes;

    @BeforeEach
    void openLake(SparkSession spark) {
        lake = new Lake(folder.toString());
        changes = lake.table(Catalogue.POST_CHANGES);
        changes.createIfAbsent(spark);
        lake.table(Catalogue.POST_TOPICS).createIfAbsent(spark);
    }

    @Test
    void scoresEachPostWithTheChampion(SparkSession spark) {
        promote(spark, "sea wave", "stone hill");
        land(
                spark,
                post("1").words("stone", "hill"),
                post("2").words("wave"),
                post("3").words("unknown"),
                post("4"));

        assertThat(score(spark)).containsEntry("scored", 4L).containsEntry("removed", 0L);

        assertThat(topics(spark)).containsExactly("1 v1 topic 1", "2 v1 topic 0", "3 v1 topic -1", "4 v1 topic -1");
        List<Row> rows = postTopics(spark).orderBy("post_id").collectAsList();
        assertThat(rows.get(0).<Double>getAs("weight")).isBetween(0.9, 1.0);
        List<Float> weights = rows.get(0).getList(rows.get(0).fieldIndex("weights"));
        assertThat(weights.get(0) + weights.get(1)).isCloseTo(1f, org.assertj.core.api.Assertions.within(1e-6f));
        assertThat(rows.get(2).<Double>getAs("weight")).isZero();
        assertThat(rows.get(2).getList(rows.get(2).fieldIndex("weights"))).isEmpty();
        assertThat(rows.get(0).<java.sql.Timestamp>getAs("created_at").toInstant())
                .isEqualTo(NOON);
    }

    @Tag("slow")
    @Test
    void runAgainOrReplayedItLeavesTheSameRows(SparkSession spark) {
        promote(spark, "sea wave", "stone hill");
        land(spark, post("1").words("stone"), post("2").words("wave"));
        score(spark);
        List<Row> once = postTopics(spark).orderBy("post_id").collectAsList();

        assertThat(score(spark)).containsEntry("scored", 0L);
        FileUtil.fullyDelete(folder.resolve("_checkpoints").toFile());
        assertThat(score(spark)).containsEntry("scored", 2L);

        assertThat(postTopics(spark).orderBy("post_id").collectAsList()).isEqualTo(once);
    }

    @Test
    @Tag("slow")
    void anEditIsScoredInPlaceOfWhatItReplaces(SparkSession spark) {
        promote(spark, "sea wave", "stone hill");
        land(spark, post("1").words("stone"), post("2").words("hill"));
        land(spark, post("2").words("sea").edited("2b").late(Duration.ofMinutes(1)));
        score(spark);
        assertThat(topics(spark)).containsExactly("1 v1 topic 1", "2 v1 topic 0");

        land(spark, post("1").words("wave").edited("1b").late(Duration.ofMinutes(1)));
        score(spark);

        assertThat(topics(spark)).containsExactly("1 v1 topic 0", "2 v1 topic 0");
    }

    @Test
    @Tag("slow")
    void aDeletionRemovesThePostOfEveryVersion(SparkSession spark) {
        promote(spark, "sea wave", "stone hill");
        land(spark, post("1").words("stone"), post("2").words("hill"));
        score(spark);
        promote(spark, "stone hill", "sea wave");
        land(spark, post("1").words("stone", "hill").edited("1b").late(Duration.ofMinutes(1)));
        score(spark);
        assertThat(topics(spark)).containsExactly("1 v2 topic 0", "2 v1 topic 1");
        promote(spark, "sea wave", "stone hill");
        FileUtil.fullyDelete(folder.resolve("_checkpoints").toFile()); // so that post 2 is scored again
        score(spark);
        assertThat(topics(spark)).containsExactly("1 v3 topic 1", "2 v1 topic 1", "2 v3 topic 1");

        land(spark, post("1").late(Duration.ofMinutes(2)).deleted(), post("3").words("sea"));
        land(spark, post("3").late(Duration.ofMinutes(2)).deleted());

        assertThat(score(spark)).containsEntry("removed", 2L).containsEntry("scored", 0L);
        assertThat(topics(spark)).containsExactly("2 v1 topic 1", "2 v3 topic 1");
    }

    @Test
    @Tag("slow")
    void whatAVersionSaidOfATextGoesWithTheText(SparkSession spark) {
        promote(spark, "sea wave", "stone hill");
        land(spark, post("1").words("stone"), post("2").words("hill"));
        score(spark);
        promote(spark, "stone hill", "sea wave");
        land(spark, post("1").words("sea").edited("1b").late(Duration.ofMinutes(1)));
        score(spark);

        assertThat(topics(spark)).containsExactly("1 v2 topic 1", "2 v1 topic 1");
    }

    @Test
    @Tag("slow")
    void anEditThatLandedBeforeTheTextItReplacesStands(SparkSession spark) {
        promote(spark, "sea wave", "stone hill");
        land(spark, post("1").words("sea").edited("1b").late(Duration.ofMinutes(1)));
        score(spark);
        land(spark, post("1").words("stone"));

        assertThat(score(spark)).containsEntry("scored", 0L);
        assertThat(topics(spark)).containsExactly("1 v1 topic 0");
    }

    @Tag("slow")
    @Test
    void countsEachPostOnceWhereverBatchesAreCut(SparkSession spark) {
        promote(spark, "sea wave", "stone hill");
        Dataset<Row> first =
                Posts.rows(spark, post("1").words("stone"), post("2").words("hill"));
        Dataset<Row> second = Posts.rows(
                spark,
                post("1").words("sea").edited("1b").late(Duration.ofMinutes(1)),
                post("2").late(Duration.ofMinutes(1)).deleted());
        changes.append(first);
        changes.append(second);
        ScoredBatches apart = batches();
        apart.score(first);
        apart.score(second);
        List<String> topics = topics(spark);
        ScoredBatches together = batches();
        together.score(first.union(second));

        assertThat(apart.counts()).isEqualTo(together.counts()).containsEntry("scored", 1L);
        assertThat(topics(spark)).isEqualTo(topics).containsExactly("1 v1 topic 0");
    }

    private ScoredBatches batches() {
        return new ScoredBatches(
                new Champion(new ModelRegistry(lake, Clock.systemUTC())), changes, lake.table(Catalogue.POST_TOPICS));
    }

    @Tag("thorough")
    @Test
    void aPostWhoseDeletionCameFirstStaysAway(SparkSession spark) {
        promote(spark, "sea wave", "stone hill");
        land(spark, post("1").late(Duration.ofMinutes(2)).deleted());
        score(spark);
        land(spark, post("1").words("stone"));

        assertThat(score(spark)).containsEntry("scored", 0L);
        assertThat(topics(spark)).isEmpty();
    }

    @Test
    @Tag("slow")
    void aNewChampionServesFromTheNextBatchOn(SparkSession spark) {
        promote(spark, "sea wave", "stone hill");
        Champion champion = new Champion(new ModelRegistry(lake, Clock.systemUTC()));
        ScoredBatches batches = new ScoredBatches(champion, changes, lake.table(Catalogue.POST_TOPICS));

        batches.score(Posts.rows(spark, post("1").words("stone")));
        promote(spark, "stone hill", "sea wave");
        batches.score(Posts.rows(spark, post("2").words("stone")));
        new ModelRegistry(lake, Clock.systemUTC()).rollBack(spark, "topics");
        batches.score(Posts.rows(spark, post("3").words("stone")));

        assertThat(topics(spark)).containsExactly("1 v1 topic 1", "2 v2 topic 0", "3 v1 topic 1");
        assertThat(batches.counts()).containsEntry("scored", 3L);
    }

    @Test
    @Tag("slow")
    void aBrokenChampionLeavesTheLastGoodModelServing(SparkSession spark) throws IOException {
        promote(spark, "sea wave", "stone hill");
        Champion running = new Champion(new ModelRegistry(lake, Clock.systemUTC()));
        assertThat(running.current(spark).version().version()).isEqualTo(1);

        breakFile(promote(spark, "stone hill", "sea wave"));

        assertThat(running.current(spark).version().version()).isEqualTo(1);
        land(spark, post("1").words("stone"));
        score(spark); // which starts anew
        assertThat(topics(spark)).containsExactly("1 v1 topic 1");
    }

    @Test
    @Tag("slow")
    void aModelOfAnotherKindIsRefused(SparkSession spark) {
        promote(spark, "sea wave", "stone hill");
        HandMadeModels.promoted(spark, lake, "topics", HandMadeModels.tfidf(spark, List.of("sea wave")));

        assertThat(new Champion(new ModelRegistry(lake, Clock.systemUTC()))
                        .current(spark)
                        .version()
                        .version())
                .isEqualTo(1);
    }

    @Test
    @Tag("slow")
    void saysWhereThereIsNoModelToScoreWith(SparkSession spark) throws IOException {
        land(spark, post("1").words("stone"));
        Cadence goesOn = Cadence.every(Duration.ofSeconds(1));
        assertThatThrownBy(() -> new ScorePosts(lake, goesOn, Clock.systemUTC()).run(spark))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("has no champion")
                .hasMessageContaining("Run 'fit-topics'");

        breakFile(promote(spark, "sea wave", "stone hill"));

        assertThatThrownBy(() -> score(spark))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("No version of model topics");
    }

    @Test
    @Tag("slow")
    void aScheduleThatScoresBeforeTheFirstFitLeavesThePostsForLater(SparkSession spark) {
        land(spark, post("1").words("stone"));
        assertThat(score(spark)).containsEntry("scored", 0L);

        promote(spark, "sea wave", "stone hill");
        assertThat(score(spark)).containsEntry("scored", 1L);
    }

    @Test
    @Tag("slow")
    void servesClusters(SparkSession spark) {
        PipelineModel tfidf = HandMadeModels.tfidf(spark, List.of("sea wave", "stone hill", "sea", "stone"));
        Dataset<Row> documents = HandMadeModels.documents(spark, List.of("sea wave", "stone hill"));
        KMeansModel model = new KMeans()
                .setFeaturesCol("tfidf")
                .setDistanceMeasure("cosine")
                .setK(2)
                .setSeed(1)
                .fit(tfidf.transform(documents));
        PipelineModel clusters = new Pipeline()
                .setStages(new PipelineStage[] {tfidf.stages()[0], tfidf.stages()[1], model})
                .fit(documents);
        HandMadeModels.promoted(spark, lake, "topics", clusters);
        land(
                spark,
                post("1").words("sea"),
                post("2").words("wave"),
                post("3").words("hill"),
                post("4").words("new"));

        score(spark);

        List<Row> rows = postTopics(spark).orderBy("post_id").collectAsList();
        assertThat(rows).extracting(row -> row.<Double>getAs("weight")).containsExactly(1.0, 1.0, 1.0, 0.0);
        List<Integer> topics =
                rows.stream().map(row -> row.<Integer>getAs("topic")).toList();
        assertThat(topics.get(0)).isEqualTo(topics.get(1)).isNotEqualTo(topics.get(2));
        assertThat(topics.get(3)).isEqualTo(-1);
    }

    private ModelVersion promote(SparkSession spark, String... topics) {
        TopicPipeline pipeline = HandMadeModels.lda(spark, topics);
        return HandMadeModels.promoted(spark, lake, "topics", pipeline.model());
    }

    private void breakFile(ModelVersion version) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve(version.artefact()))) {
            Path data = files.filter(file -> file.toString().endsWith(".parquet"))
                    .findFirst()
                    .orElseThrow();
            Files.write(data, new byte[] {0}, StandardOpenOption.APPEND);
        }
    }

    private void land(SparkSession spark, Posts.Builder... posts) {
        changes.append(Posts.rows(spark, posts));
    }

    private Map<String, Long> score(SparkSession spark) {
        return new ScorePosts(lake, Cadence.AVAILABLE_NOW, Clock.systemUTC())
                .run(spark)
                .rows();
    }

    private Dataset<Row> postTopics(SparkSession spark) {
        return lake.table(Catalogue.POST_TOPICS).read(spark);
    }

    private List<String> topics(SparkSession spark) {
        return postTopics(spark).orderBy("post_id", "model_version").collectAsList().stream()
                .map(row -> "%s v%s topic %s"
                        .formatted(row.getAs("post_id"), row.getAs("model_version"), row.getAs("topic")))
                .toList();
    }
}
