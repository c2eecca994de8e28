package io.groundswell.features.tfidf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.groundswell.features.text.TermExtraction;
import io.groundswell.job.JobRunner;
import io.groundswell.job.PlatformException;
import io.groundswell.model.ModelVersion;
import io.groundswell.model.Post;
import io.groundswell.model.Run;
import io.groundswell.model.Term;
import io.groundswell.registry.Candidate;
import io.groundswell.registry.ModelRegistry;
import io.groundswell.table.Catalogue;
import io.groundswell.table.Lake;
import io.groundswell.table.Rows;
import io.groundswell.table.Table;
import io.groundswell.testing.Posts;
import io.groundswell.testing.SparkTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.feature.CountVectorizerModel;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkTest.class)
class FitTfidfIT {
    private static final Clock CLOCK = Clock.fixed(Posts.NOON, ZoneOffset.UTC);
    private static final TfidfSettings SETTINGS = new TfidfSettings(1000, 50, 2, 0.2, 1);

    @TempDir
    private Path folder;

    private Lake lake;
    private ModelRegistry registry;

    @BeforeEach
    void placeTheLake() {
        lake = new Lake(folder.toString());
        registry = new ModelRegistry(lake, CLOCK);
    }

    @Test
    void registersAChampionThatReadersCanLoad(SparkSession spark) {
        settle(spark, 100);

        Run run = run(spark, SETTINGS);

        ModelVersion champion = registry.champion(spark, FitTfidf.MODEL).orElseThrow();
        assertThat(champion.tablesRead()).containsOnlyKeys("silver.posts");
        assertThat(champion.params())
                .containsEntry("seed", "1")
                .containsEntry("extractor_version", Integer.toString(TermExtraction.VERSION));
        assertThat(champion.metrics().get("documents")).isBetween(60.0, 99.0);
        assertThat(run.rows())
                .isEqualTo(
                        Map.of("documents", champion.metrics().get("documents").longValue(), "vocabulary", 3L));
        // Of a post's three words, storm, its weather and a word of its own, the last is unknown.
        assertThat(champion.metrics().get("out_of_vocabulary")).isCloseTo(1.0 / 3, within(1e-9));

        PipelineModel model = PipelineModel.load(registry.verifiedFolder(spark, champion));
        Row scored = model.transform(spark.createDataFrame(
                        List.of(RowFactory.create((Object) new String[] {"storm", "rain", "unheard"})),
                        StructType.fromDDL("words ARRAY<STRING>")))
                .head();
        List<String> vocabulary = List.of(((CountVectorizerModel) model.stages()[0]).vocabulary());
        assertThat(vocabulary).startsWith("storm").contains("rain", "wind").hasSize(3);
        Vector counts = scored.getAs("counts");
        Vector tfidf = scored.getAs("tfidf");
        assertThat(counts.apply(vocabulary.indexOf("rain"))).isEqualTo(1);
        assertThat(counts.apply(vocabulary.indexOf("wind"))).isZero();
        // A word of every post weighs ln(1) = 0.
        assertThat(tfidf.apply(0)).isCloseTo(0, within(1e-12));
        assertThat(tfidf.apply(vocabulary.indexOf("rain"))).isGreaterThan(0);
    }

    @Test
    @Tag("slow")
    void fitsTheSamePostsOnceAndLeavesARollBackAlone(SparkSession spark) {
        settle(spark, 40);
        run(spark, SETTINGS);
        TfidfSettings smaller = new TfidfSettings(1000, 2, 2, 0.2, 1);
        Run first = run(spark, smaller);
        assertThat(champion(spark)).isEqualTo(2);
        registry.rollBack(spark, FitTfidf.MODEL);

        Run second = run(spark, smaller);

        assertThat(second.rows()).isEqualTo(first.rows());
        assertThat(second.versionsWritten()).isEmpty();
        assertThat(registry.versions(spark, FitTfidf.MODEL)).hasSize(2);
        assertThat(champion(spark)).isEqualTo(1);
    }

    @Test
    @Tag("thorough")
    void promotesAModelWhoseRunWasKilledBeforeThat(SparkSession spark) {
        settle(spark, 40);
        Table posts = lake.table(Catalogue.POSTS);
        registry.register(
                spark,
                new Candidate(
                        FitTfidf.MODEL,
                        Map.of("documents", 33.0, "vocabulary", 3.0),
                        new FitTfidf(lake, SETTINGS, CLOCK).params(),
                        Map.of(posts.name(), posts.version(spark).orElseThrow()),
                        artefact -> Files.createDirectories(Path.of(artefact))));

        Run run = run(spark, SETTINGS);

        assertThat(run.rows()).containsEntry("documents", 33L);
        assertThat(champion(spark)).isEqualTo(1);
    }

    @Test
    void refusesALakeWithoutPosts(SparkSession spark) {
        assertThatThrownBy(() -> run(spark, SETTINGS))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("no table silver.posts")
                .hasMessageContaining("settle-posts");
    }

    @Test
    void refusesAnEmptyTable(SparkSession spark) {
        lake.table(Catalogue.POSTS).createIfAbsent(spark);

        assertThatThrownBy(() -> run(spark, SETTINGS))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("of the 0 posts");
    }

    @Test
    void refusesTooFewPostsForAVocabulary(SparkSession spark) {
        settle(spark, 3);

        assertThatThrownBy(() -> run(spark, TfidfSettings.DEFAULT))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("no word stands in 5 of the")
                .hasMessageContaining("tfidf.min-documents");
        assertThat(registry.versions(spark, FitTfidf.MODEL)).isEmpty();
    }

    private Run run(SparkSession spark, TfidfSettings settings) {
        return new JobRunner(lake, CLOCK).run(new FitTfidf(lake, settings, CLOCK), spark);
    }

    private int champion(SparkSession spark) {
        return registry.champion(spark, FitTfidf.MODEL).orElseThrow().version();
    }

    /** Settles posts of three words: storm, rain or wind, and one that no other post has. */
    private void settle(SparkSession spark, int count) {
        List<Row> rows = IntStream.range(0, count)
                .mapToObj(i -> Rows.of(new Post(
                        "x",
                        "id-" + i,
                        "id-" + i,
                        "author",
                        Posts.NOON,
                        Posts.NOON,
                        "en",
                        "text",
                        Stream.of("storm", i % 2 == 0 ? "rain" : "wind", "own" + i + "x")
                                .map(word -> new Term(Term.WORD, word, word))
                                .toList(),
                        List.of(),
                        List.of(),
                        "post")))
                .toList();
        Table posts = lake.table(Catalogue.POSTS);
        posts.createIfAbsent(spark);
        posts.append(spark.createDataFrame(rows, posts.spec().schema()));
    }
}
