package io.groundswell.ml.topic;

import static io.groundswell.testing.Posts.NOON;
import static io.groundswell.testing.Posts.post;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groundswell.job.JobRunner;
import io.groundswell.job.PlatformException;
import io.groundswell.model.ModelVersion;
import io.groundswell.model.Post;
import io.groundswell.model.Run;
import io.groundswell.registry.ModelRegistry;
import io.groundswell.table.Catalogue;
import io.groundswell.table.Lake;
import io.groundswell.table.Schemas;
import io.groundswell.table.Table;
import io.groundswell.testing.Posts;
import io.groundswell.testing.SparkTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.clustering.KMeansModel;
import org.apache.spark.ml.clustering.LocalLDAModel;
import org.apache.spark.ml.feature.CountVectorizerModel;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkTest.class)
class FitTopicsIT {
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
    /** More topics than plants: of just as many, two plants may come to share one, as in any local optimum. */
    private static final TopicSettings SIX = settings(TopicAlgorithm.LDA, 6);

    private static final int PLANTED = 4;
    private static final int WORDS_A_TOPIC = 12;
    private static final int COMMON = 6;

    @TempDir
    Path folder;

    @Test
    void findsThePlantedTopicsAndKeepsNothingOfAPost(SparkSession spark) throws IOException {
        Lake lake = settled(spark, plantedPosts());

        Run run = fit(spark, lake, SIX);

        assertThat(run.rows())
                .containsEntry("topics", 6L)
                .containsEntry("vocabulary", (long) PLANTED * WORDS_A_TOPIC + COMMON)
                .containsKey("documents");
        assertThat(plantsOfTopWords(spark, lake, 1)).containsExactlyInAnyOrder("0", "1", "2", "3");
        List<Row> topics = lake.table(Catalogue.TOPICS).read(spark).collectAsList();
        assertThat(topics).hasSizeBetween(6 * WORDS_A_TOPIC, 6 * 25).allSatisfy(row -> {
            assertThat(row.<Double>getAs("coherence")).isBetween(-0.1, 0.6);
            assertThat(row.<String>getAs("label").split(" ")).hasSize(3);
        });
        ModelVersion champion = registry(lake).champion(spark, "topics").orElseThrow();
        assertThat(champion.metrics())
                .containsOnlyKeys(
                        "coherence",
                        "npmi",
                        "diversity",
                        "perplexity",
                        "vocabulary",
                        "topics",
                        "held_out",
                        "posts",
                        "documents");
        assertThat(champion.metrics().get("held_out")).isBetween(30.0, 90.0);
        // Some held-out posts happen to be near-copies; else none is lost, and none is on both sides.
        assertThat(champion.metrics().get("posts") + champion.metrics().get("held_out"))
                .isBetween(580.0, 600.0);
        assertThat(champion.metrics().get("perplexity")).isBetween(5.0, 35.0);
        assertThat(champion.tablesRead()).containsEntry("silver.posts", 1L);
        assertThat(champion.params()).containsEntry("algorithm", "lda").containsEntry("k", "6");
        keepsNothingOfAPostInTheArtefact(spark, lake);

        assertThat(fit(spark, lake, SIX).rows()).isEqualTo(run.rows());
        assertThat(registry(lake).versions(spark, "topics")).hasSize(1); // nothing is new, so nothing is fitted
    }

    private void keepsNothingOfAPostInTheArtefact(SparkSession spark, Lake lake) throws IOException {
        PipelineModel model = PipelineModel.load(verified(spark, lake));
        assertThat(model.stages()).hasSize(2);
        assertThat(model.stages()[0]).isInstanceOf(CountVectorizerModel.class);
        assertThat(model.stages()[1]).isInstanceOf(LocalLDAModel.class);
        List<Path> files;
        try (Stream<Path> found = Files.walk(folder.resolve("_models/topics/1"))) {
            files = found.filter(Files::isRegularFile).toList();
        }
        assertThat(files).isNotEmpty().noneMatch(file -> file.toString().contains("topicCounts"));
        for (Path file : files) {
            assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                    .doesNotContain("text of", "author of", "seldom");
        }
        assertThat(folder.resolve("_checkpoints/fit-topics/rounds")).doesNotExist();
        assertThat(spark.sparkContext().getCheckpointDir().isEmpty()).isTrue();
    }

    @Tag("slow")
    @Test
    void aRunKilledBeforeTheAliasLeavesTheChampionAndCanBeRepeated(SparkSession spark) throws Exception {
        Lake lake = settled(spark, plantedPosts());
        fit(spark, lake, SIX);
        spark.sql("ALTER TABLE delta.`%s` SET TBLPROPERTIES ('note' = 'a new version')"
                .formatted(lake.table(Catalogue.POSTS).path()));

        assertThat(FitTopicsProcess.run(lake, "model.beforeAlias:1")).isEqualTo(137);

        assertThat(registry(lake).versions(spark, "topics")).hasSize(2);
        assertThat(registry(lake).champion(spark, "topics").orElseThrow().version())
                .isEqualTo(1);
        assertThat(verified(spark, lake)).endsWith("/1");
        fit(spark, lake, SIX);
        assertThat(registry(lake).champion(spark, "topics").orElseThrow().version())
                .isEqualTo(3);
        assertThat(verified(spark, lake)).endsWith("/3");
        assertThat(plantsOfTopWords(spark, lake, 3)).isEqualTo(plantsOfTopWords(spark, lake, 1));
    }

    @Test
    @Tag("slow")
    void aWorseVersionDoesNotServeAndIsNotFittedAgain(SparkSession spark) {
        Lake lake = settled(spark, plantedPosts());
        fit(spark, lake, SIX);
        // Of a single round the topics are still those of a random start.
        TopicSettings hasty = new TopicSettings(TopicAlgorithm.LDA, 6, 1, 600, 300, 1000, 3, 3);

        Run refused = fit(spark, lake, hasty);

        assertThat(refused.rows()).containsEntry("refused", 1L);
        List<ModelVersion> versions = registry(lake).versions(spark, "topics");
        assertThat(versions).hasSize(2);
        assertThat(versions.get(1).promotedAt()).isNull();
        assertThat(versions.get(1).metrics())
                .containsEntry("champion_coherence", versions.get(0).metrics().get("coherence"))
                .containsKey("champion_diversity");
        assertThat(registry(lake).champion(spark, "topics").orElseThrow().version())
                .isEqualTo(1);
        assertThat(fit(spark, lake, hasty).rows()).isEqualTo(refused.rows());
        assertThat(registry(lake).versions(spark, "topics")).hasSize(2);
    }

    @Test
    @Tag("slow")
    void aBrokenChampionIsReplacedUnseen(SparkSession spark) throws IOException {
        Lake lake = settled(spark, plantedPosts());
        fit(spark, lake, SIX);
        Files.writeString(folder.resolve("_models/topics/1/added"), "not what was registered");

        fit(spark, lake, new TopicSettings(TopicAlgorithm.LDA, 6, 1, 600, 300, 1000, 3, 3));

        assertThat(registry(lake).champion(spark, "topics").orElseThrow().version())
                .isEqualTo(2);
    }

    @Test
    @Tag("slow")
    void labelsLeaveOutWhatEveryPostSays(SparkSession spark) {
        Lake lake = settled(spark, plantedPosts());
        // To this model a plant's first words are everywhere, its last nowhere.
        List<String> texts = IntStream.range(0, 10)
                .mapToObj(i -> everyWord().filter(word -> i == 0 || word.matches("t\\dw[012]|common.")))
                .map(words -> words.collect(Collectors.joining(" ")))
                .toList();
        HandMadeModels.promoted(spark, lake, "tfidf", HandMadeModels.tfidf(spark, texts));

        fit(spark, lake, SIX);

        List<Row> labels = lake.table(Catalogue.TOPICS)
                .read(spark)
                .select("label")
                .distinct()
                .collectAsList();
        assertThat(labels).hasSizeBetween(4, 6).allSatisfy(row -> assertThat(
                        row.getString(0).split(" "))
                .hasSize(3)
                .noneMatch(word -> word.matches("t\\dw[012]|common.")));
        assertThat(registry(lake).champion(spark, "topics").orElseThrow().params())
                .containsEntry("tfidf-version", "1");
    }

    @Tag("slow")
    @Test
    void clustersTheVectorsOfTheTfidfModel(SparkSession spark) {
        Lake lake = settled(spark, plantedPosts());
        List<String> texts = IntStream.range(0, PLANTED)
                .mapToObj(plant -> everyWord()
                        .filter(word -> word.startsWith("t" + plant) || word.startsWith("common"))
                        .collect(Collectors.joining(" ")))
                .toList();
        HandMadeModels.promoted(spark, lake, "tfidf", HandMadeModels.tfidf(spark, texts));

        fit(spark, lake, settings(TopicAlgorithm.KMEANS, 8)); // of fewer, two plants may share one

        PipelineModel model = PipelineModel.load(verified(spark, lake));
        assertThat(model.stages()).hasSize(3);
        assertThat(model.stages()[2]).isInstanceOf(KMeansModel.class);
        assertThat(plantsOfTopWords(spark, lake, 1)).isNotEmpty().isSubsetOf("0", "1", "2", "3");
        assertThat(registry(lake).champion(spark, "topics").orElseThrow().metrics())
                .containsOnlyKeys(
                        "coherence", "npmi", "diversity", "vocabulary", "topics", "held_out", "posts", "documents");
    }

    @Test
    void saysWhatIsMissing(SparkSession spark) {
        Lake empty = new Lake(folder.resolve("empty").toString());
        fails(spark, empty, SIX, "There is no table silver.posts at ");
        empty.table(Catalogue.POSTS).createIfAbsent(spark);
        fails(spark, empty, SIX, "No post in silver.posts of the lake ");

        Lake lake = settled(spark, plantedPosts());
        fails(spark, lake, settings(TopicAlgorithm.KMEANS, 4), "topics.algorithm kmeans needs a tfidf model");
        fails(spark, lake, new TopicSettings(TopicAlgorithm.LDA, 4, 5, 600, 3, 100, 2, 1), "The posts make 3 distinct");
        fails(
                spark,
                lake,
                new TopicSettings(TopicAlgorithm.LDA, 4, 5, 600, 100, 3, 2, 1),
                "3 words are of at least 2 authors, of at most 3 that are let in: too few for 4 topics");
        fails(
                spark,
                lake,
                new TopicSettings(TopicAlgorithm.LDA, 4, 5, 600, 100, 100, 5000, 1),
                "0 words are of at least 5000 authors");
        assertThat(registry(lake).versions(spark, "topics")).isEmpty();
    }

    private void fails(SparkSession spark, Lake lake, TopicSettings settings, String message) {
        assertThatThrownBy(() -> new FitTopics(lake, settings, JudgementSettings.DEFAULT, CLOCK).run(spark))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining(message);
    }

    /** Returns of each topic the plants from which its first five words come, but for common ones. */
    private static Set<String> plantsOfTopWords(SparkSession spark, Lake lake, int version) {
        return lake
                .table(Catalogue.TOPICS)
                .read(spark)
                .where(col("model_version")
                        .equalTo(version)
                        .and(col("rank").lt(5))
                        .and(not(col("term").startsWith("common"))))
                .collectAsList()
                .stream()
                .collect(Collectors.groupingBy(
                        row -> row.<Integer>getAs("topic"),
                        Collectors.mapping(
                                row -> row.<String>getAs("term").replaceAll("^t(\\d)w.*", "$1"),
                                Collectors.toCollection(TreeSet::new))))
                .values()
                .stream()
                .map(plants -> String.join("+", plants))
                .collect(Collectors.toSet());
    }

    private static Stream<String> everyWord() {
        return Stream.concat(
                IntStream.range(0, COMMON).mapToObj(i -> "common" + i),
                IntStream.range(0, PLANTED * WORDS_A_TOPIC)
                        .mapToObj(i -> "t" + i / WORDS_A_TOPIC + "w" + i % WORDS_A_TOPIC));
    }

    /** Posts of four topics with words of their own, a word of everybody and a word that nobody says twice. */
    private static Posts.Builder[] plantedPosts() {
        Random random = new Random(1);
        List<Posts.Builder> posts = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            int plant = i % PLANTED;
            Set<String> words = new TreeSet<>();
            words.add("common" + random.nextInt(COMMON));
            words.add("seldom" + i);
            for (int word = 0; word < 6; word++) {
                words.add("t" + plant + "w" + random.nextInt(WORDS_A_TOPIC));
            }
            Posts.Builder post =
                    post("p" + i).words(words.toArray(String[]::new)).at(NOON.plus(Duration.ofMinutes(i)));
            posts.add(i % 3 == 0 ? post : post.tagged("tag" + plant));
        }
        return posts.toArray(Posts.Builder[]::new);
    }

    private Lake settled(SparkSession spark, Posts.Builder... posts) {
        Lake lake = new Lake(folder.toString());
        Table table = lake.table(Catalogue.POSTS);
        table.createIfAbsent(spark);
        table.append(Posts.rows(spark, posts)
                .withColumn("changed_at", col("received_at"))
                .select(Arrays.stream(Schemas.of(Post.class).fieldNames())
                        .map(name -> col(name))
                        .toArray(Column[]::new)));
        return lake;
    }

    private static TopicSettings settings(TopicAlgorithm algorithm, int k) {
        return new TopicSettings(algorithm, k, 12, 600, 300, 1000, 3, 3);
    }

    private static Run fit(SparkSession spark, Lake lake, TopicSettings settings) {
        return new JobRunner(lake, CLOCK).run(new FitTopics(lake, settings, JudgementSettings.DEFAULT, CLOCK), spark);
    }

    private static ModelRegistry registry(Lake lake) {
        return new ModelRegistry(lake, CLOCK);
    }

    private static String verified(SparkSession spark, Lake lake) {
        return registry(lake)
                .verifiedFolder(spark, registry(lake).champion(spark, "topics").orElseThrow());
    }
}
