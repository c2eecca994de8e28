package io.groundswell.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groundswell.job.PlatformException;
import io.groundswell.model.ModelVersion;
import io.groundswell.table.Lake;
import io.groundswell.testing.SparkTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkTest.class)
class ModelRegistryIT {
    @TempDir
    private Path root;

    private ModelRegistry registry;

    @BeforeEach
    void placeTheLake() {
        AtomicLong minutes = new AtomicLong();
        InstantSource ticking = () -> Instant.EPOCH.plusSeconds(60 * minutes.incrementAndGet());
        registry = new ModelRegistry(new Lake(root.toString()), ticking.withZone(ZoneOffset.UTC));
    }

    @Test
    void countsVersionsOfANameFromOne(SparkSession spark) {
        registry.register(spark, candidate("topics", "a"));
        registry.register(spark, candidate("topics", "b"));
        registry.register(spark, candidate("tfidf", "c"));

        assertThat(registry.versions(spark, "topics"))
                .extracting(ModelVersion::version)
                .containsExactly(1, 2);
        assertThat(registry.versions(spark, "tfidf"))
                .extracting(ModelVersion::version)
                .containsExactly(1);
        assertThat(registry.champion(spark, "topics")).isEmpty();
        ModelVersion first = registry.versions(spark, "topics").get(0);
        assertThat(first.metrics()).isEqualTo(Map.of("npmi", 0.25));
        assertThat(first.params()).isEqualTo(Map.of("k", "12"));
        assertThat(first.tablesRead()).isEqualTo(Map.of("silver.posts", 3L));
    }

    @Test
    void promotesAndRollsBack(SparkSession spark) {
        registry.register(spark, candidate("topics", "a"));
        registry.register(spark, candidate("topics", "b"));

        registry.promote(spark, "topics", 1);
        registry.promote(spark, "topics", 2);
        assertThat(registry.champion(spark, "topics"))
                .map(ModelVersion::version)
                .contains(2);

        registry.rollBack(spark, "topics");
        assertThat(registry.champion(spark, "topics"))
                .map(ModelVersion::version)
                .contains(1);
        assertThat(registry.versions(spark, "topics"))
                .extracting(ModelVersion::aliases)
                .containsExactly(List.of(ModelVersion.CHAMPION), List.of(ModelVersion.ROLLED_BACK));
    }

    @Test
    @Tag("slow")
    void rollsBackFurtherAndNeverToWhatWasRolledBack(SparkSession spark) {
        for (int version = 1; version <= 3; version++) {
            registry.register(spark, candidate("topics", "v" + version));
            registry.promote(spark, "topics", version);
        }

        assertThat(registry.rollBack(spark, "topics").version()).isEqualTo(2);
        assertThat(registry.rollBack(spark, "topics").version()).isEqualTo(1);
        assertThatThrownBy(() -> registry.rollBack(spark, "topics")).hasMessageContaining("first");

        registry.register(spark, candidate("topics", "v4"));
        registry.promote(spark, "topics", 4);
        assertThat(registry.rollBack(spark, "topics").version()).isEqualTo(1);
        registry.promote(spark, "topics", 2);
        assertThat(registry.formerChampions(spark, "topics"))
                .extracting(ModelVersion::version)
                .containsExactly(1);
    }

    @Test
    @Tag("thorough")
    void promotesNothingBroken(SparkSession spark) throws IOException {
        ModelVersion version = registry.register(spark, candidate("topics", "a"));
        Files.writeString(Path.of(registry.verifiedFolder(spark, version), "data", "part"), "b");

        assertThatThrownBy(() -> registry.promote(spark, "topics", 1)).hasMessageContaining("not what was registered");
        assertThat(registry.champion(spark, "topics")).isEmpty();
    }

    @Test
    void refusesToRollBackTheFirst(SparkSession spark) {
        registry.register(spark, candidate("topics", "a"));
        assertThatThrownBy(() -> registry.rollBack(spark, "topics"))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("no champion");

        registry.promote(spark, "topics", 1);
        assertThatThrownBy(() -> registry.rollBack(spark, "topics")).hasMessageContaining("first");
        assertThatThrownBy(() -> registry.promote(spark, "topics", 9)).hasMessageContaining("no version 9");
    }

    @Test
    void refusesAnArtefactThatHasChanged(SparkSession spark) throws IOException {
        ModelVersion version = registry.register(spark, candidate("topics", "a"));
        String folder = registry.verifiedFolder(spark, version);
        assertThat(Files.readString(Path.of(folder, "data", "part"))).isEqualTo("a");

        Files.writeString(Path.of(folder, "data", ".part.crc"), "a file system's own");
        assertThat(registry.verifiedFolder(spark, version)).isEqualTo(folder);

        Files.writeString(Path.of(folder, "data", "part"), "b");
        assertThatThrownBy(() -> registry.verifiedFolder(spark, version))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("not what was registered");

        Files.delete(Path.of(folder, "data", "part"));
        assertThatThrownBy(() -> registry.verifiedFolder(spark, version)).isInstanceOf(PlatformException.class);
    }

    @Test
    void writesOverWhatAKilledRunLeft(SparkSession spark) throws IOException {
        Path left = root.resolve("_models/topics/1/data/old");
        Files.createDirectories(left.getParent());
        Files.writeString(left, "half");

        ModelVersion version = registry.register(spark, candidate("topics", "a"));

        assertThat(left).doesNotExist();
        assertThat(registry.verifiedFolder(spark, version)).endsWith("_models/topics/1");
    }

    private static Candidate candidate(String name, String content) {
        return new Candidate(name, Map.of("npmi", 0.25), Map.of("k", "12"), Map.of("silver.posts", 3L), folder -> {
            Files.createDirectories(Path.of(folder, "data"));
            Files.writeString(Path.of(folder, "data", "part"), content);
        });
    }
}
