package io.groundswell.registry;

import static org.apache.spark.sql.functions.col;

import io.groundswell.job.Failpoints;
import io.groundswell.job.JobRunner;
import io.groundswell.job.Lease;
import io.groundswell.job.PlatformException;
import io.groundswell.model.ModelVersion;
import io.groundswell.table.Catalogue;
import io.groundswell.table.Digest;
import io.groundswell.table.Lake;
import io.groundswell.table.Rows;
import io.groundswell.table.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Models by name and version. A version is complete, artefact and digest, before its row is written, so an alias never
 * points at half a model.
 *
 * @param clock for {@code created_at} and {@code promoted_at}
 */
public record ModelRegistry(Lake lake, Clock clock) {
    /** Longer than it takes to save a model. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Comparator<ModelVersion> BY_PROMOTION =
            Comparator.comparing(ModelVersion::promotedAt).thenComparing(ModelVersion::version);

    public Table table() {
        return lake.table(Catalogue.MODELS);
    }

    /** Saves a model as the next version of its name. It serves nobody until it is promoted. */
    public ModelVersion register(SparkSession spark, Candidate candidate) {
        return alone(() -> registerAlone(spark, candidate));
    }

    private ModelVersion registerAlone(SparkSession spark, Candidate candidate) {
        table().createIfAbsent(spark);
        int version = versions(spark, candidate.name()).stream()
                        .mapToInt(ModelVersion::version)
                        .max()
                        .orElse(0)
                + 1;
        String artefact = lake.artefact(candidate.name(), version);
        String folder = lake.resolve(artefact);
        String digest;
        try {
            // What a killed run left under this number was never registered.
            Path path = new Path(folder);
            path.getFileSystem(spark.sparkContext().hadoopConfiguration()).delete(path, true);
            candidate.save().to(folder);
            digest = Digest.of(folder, spark.sparkContext().hadoopConfiguration());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot save model " + candidate.name() + " to " + folder, e);
        }
        Failpoints.hit("model.afterArtefact");
        ModelVersion registered = new ModelVersion(
                candidate.name(),
                version,
                List.of(),
                candidate.metrics(),
                candidate.params(),
                candidate.tablesRead(),
                artefact,
                digest,
                JobRunner.runId(spark),
                clock.instant(),
                null);
        write(spark, List.of(registered));
        return registered;
    }

    /** Returns the versions of a name, oldest first; none where nothing is registered. */
    public List<ModelVersion> versions(SparkSession spark, String name) {
        if (!table().exists(spark)) {
            return List.of();
        }
        return table().read(spark).where(col("name").equalTo(name)).collectAsList().stream()
                .map(ModelRegistry::version)
                .sorted(Comparator.comparingInt(ModelVersion::version))
                .toList();
    }

    /** Returns the version that serves; empty before the first promotion. */
    public Optional<ModelVersion> champion(SparkSession spark, String name) {
        return versions(spark, name).stream()
                .filter(version -> version.aliases().contains(ModelVersion.CHAMPION))
                .findFirst();
    }

    /**
     * Makes a version the champion, in one commit.
     *
     * @throws PlatformException if there is no such version, or its files are not those that were registered
     */
    public ModelVersion promote(SparkSession spark, String name, int version) {
        return alone(() -> {
            ModelVersion next = versions(spark, name).stream()
                    .filter(known -> known.version() == version)
                    .findFirst()
                    .orElseThrow(() -> PlatformException.usage(
                            "There is no version %d of model %s. 'models' lists those there are."
                                    .formatted(version, name)));
            verifiedFolder(spark, next);
            Optional<ModelVersion> present = champion(spark, name).filter(known -> known.version() != version);
            List<ModelVersion> changed = new ArrayList<>();
            present.ifPresent(known -> changed.add(aliased(known, List.of(), known.promotedAt())));
            ModelVersion promoted = aliased(next, List.of(ModelVersion.CHAMPION), clock.instant());
            changed.add(promoted);
            write(spark, changed);
            return promoted;
        });
    }

    /**
     * Makes that version the champion again which was it before the present one, whose alias is {@code rolled-back} from
     * now on. Rolling back again goes back further, never to a version that was rolled back.
     *
     * @throws PlatformException if there was none, or its files are not those that were registered
     */
    public ModelVersion rollBack(SparkSession spark, String name) {
        return alone(() -> {
            ModelVersion present = champion(spark, name)
                    .orElseThrow(() -> PlatformException.usage(
                            "Model %s has no champion to roll back. 'models promote' makes one.".formatted(name)));
            ModelVersion previous = formerChampions(spark, name).stream()
                    .findFirst()
                    .orElseThrow(() -> PlatformException.usage("Version %d of model %s is the first that was promoted."
                            .formatted(present.version(), name)));
            verifiedFolder(spark, previous);
            // It keeps the time of its promotion, by which the next rolling back finds what was before it.
            ModelVersion restored = aliased(previous, List.of(ModelVersion.CHAMPION), previous.promotedAt());
            write(spark, List.of(aliased(present, List.of(ModelVersion.ROLLED_BACK), present.promotedAt()), restored));
            return restored;
        });
    }

    /** Returns the versions that were champion before the present one and not rolled back, the latest first. */
    public List<ModelVersion> formerChampions(SparkSession spark, String name) {
        Optional<ModelVersion> present = champion(spark, name);
        return versions(spark, name).stream()
                .filter(version -> version.promotedAt() != null)
                .filter(version -> !version.aliases().contains(ModelVersion.ROLLED_BACK))
                .filter(version -> present.isEmpty() || BY_PROMOTION.compare(version, present.get()) < 0)
                .sorted(BY_PROMOTION.reversed())
                .toList();
    }

    /**
     * Returns the folder of a version's artefact, once its files are seen to be those that were registered.
     *
     * @throws PlatformException if they are not
     */
    public String verifiedFolder(SparkSession spark, ModelVersion version) {
        String folder = lake.resolve(version.artefact());
        String found;
        try {
            found = Digest.of(folder, spark.sparkContext().hadoopConfiguration());
        } catch (IOException e) {
            found = "unreadable: " + e.getMessage();
        }
        if (!found.equals(version.digest())) {
            throw PlatformException.usage(
                    "Model %s version %d at %s is not what was registered (digest %s, registered %s). Roll back with "
                                    .formatted(version.name(), version.version(), folder, found, version.digest())
                            + "'models rollback %s', or fit it anew.".formatted(version.name()));
        }
        return folder;
    }

    /** Does what reads the registry and then writes it while nobody else does. */
    private <T> T alone(Supplier<T> change) {
        try (Lease lease = Lease.await(lake, "models", PATIENCE)) {
            return change.get();
        }
    }

    private void write(SparkSession spark, List<ModelVersion> versions) {
        List<Row> rows = versions.stream().map(Rows::of).toList();
        table().merge(spark.createDataFrame(rows, Catalogue.MODELS.schema()));
    }

    private static ModelVersion aliased(ModelVersion version, List<String> aliases, Instant promotedAt) {
        return new ModelVersion(
                version.name(),
                version.version(),
                aliases,
                version.metrics(),
                version.params(),
                version.tablesRead(),
                version.artefact(),
                version.digest(),
                version.runId(),
                version.createdAt(),
                promotedAt);
    }

    private static ModelVersion version(Row row) {
        return new ModelVersion(
                row.getAs("name"),
                row.<Integer>getAs("version"),
                row.getList(row.fieldIndex("aliases")),
                row.<String, Double>getJavaMap(row.fieldIndex("metrics")),
                row.<String, String>getJavaMap(row.fieldIndex("params")),
                row.<String, Long>getJavaMap(row.fieldIndex("tables_read")),
                row.getAs("artefact"),
                row.getAs("digest"),
                row.getAs("run_id"),
                instant(row, "created_at"),
                instant(row, "promoted_at"));
    }

    private static Instant instant(Row row, String column) {
        java.sql.Timestamp value = row.getAs(column);
        return value == null ? null : value.toInstant();
    }
}
