package io.groundswell.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.groundswell.app.doctor.Finding.Severity;
import io.groundswell.session.FileSum;
import io.groundswell.session.ForklessFileSystem;
import io.groundswell.table.Catalogue;
import io.groundswell.table.Lake;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokenLakeTest {
    @TempDir
    private Path folder;

    private HandmadeLake lake;

    @BeforeEach
    void makeLake() {
        lake = new HandmadeLake(folder.resolve("lake"));
    }

    @Test
    void findsNothingWrongWithAWholeLake() {
        lake.with(Catalogue.TRENDS).add(Catalogue.TRENDS, 1, 5, 5).add(Catalogue.TRENDS, 2, 7, 7);

        Diagnosis diagnosis = Doctor.examine(lake.patient());

        assertThat(diagnosis.exitCode()).isZero();
        assertThat(diagnosis.findings()).noneMatch(told -> told.finding().severity() == Severity.ERROR);
        assertThat(lake.examine(new TablesCheck()).get(0).what())
                .startsWith("1 of %d tables".formatted(Catalogue.all().size()))
                .contains("silver.posts (by settle-posts)");
    }

    @Test
    void saysThatAnEmptyLakeIsOne() {
        assertThat(lake.examine(new TablesCheck()))
                .singleElement()
                .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.WARNING))
                .satisfies(finding -> assertThat(finding.cure()).contains("demo"));
        assertThat(Doctor.examine(lake.patient()).exitCode()).isZero();
    }

    @Test
    void namesACommitWhoseColumnsCannotBeRead() throws IOException {
        lake.with(Catalogue.TRENDS);
        Path commit = lake.commit(Catalogue.TRENDS, 0);
        lake.write(commit, Files.readString(commit).replaceFirst("true", "vrue"));

        only(lake.examine(new LogCheck()), commit.getFileName().toString(), "backup");
        assertThat(Doctor.examine(lake.patient()).exitCode()).isEqualTo(1);
    }

    @Test
    void namesAColumnThatAnOlderLakeLacks() {
        StructType whole = Catalogue.TRENDS.schema();
        StructType older = new StructType(java.util.Arrays.stream(whole.fields())
                .filter(field -> !field.name().equals("muted_by"))
                .toArray(org.apache.spark.sql.types.StructField[]::new));
        lake.with(Catalogue.TRENDS, older, 1);

        only(lake.examine(new SchemaCheck()), "gold.trends lacks muted_by string", "rebuild");
        assertThat(Doctor.examine(lake.patient()).exitCode()).isEqualTo(1);
    }

    @Test
    void namesColumnsOfAnotherTypeAndUnknownOnes() {
        lake.with(
                Catalogue.TOPICS,
                StructType.fromDDL(
                        Catalogue.TOPICS.schema().toDDL().replace("rank INT", "rank STRING") + ", colour STRING"),
                1);

        assertThat(lake.examine(new SchemaCheck()))
                .extracting(Finding::severity)
                .containsExactly(Severity.ERROR, Severity.WARNING);
        assertThat(lake.examine(new SchemaCheck()).toString()).contains("rank int, here string", "colour");
    }

    @Test
    void tellsOfATableThatLeftThePortableProfile() {
        lake.with(Catalogue.TRENDS, Catalogue.TRENDS.schema(), 2);

        only(lake.examine(new ProfileCheck()), "reader version 2", "Move");
    }

    @Test
    void tellsOfFilesThatAreGoneOrCutOff() throws IOException {
        lake.with(Catalogue.TRENDS).add(Catalogue.TRENDS, 1, 5, 5).add(Catalogue.TRENDS, 2, 7, 9);
        Files.delete(lake.table(Catalogue.TRENDS).resolve("part-1.parquet"));

        assertThat(lake.examine(new DataFilesCheck()))
                .extracting(Finding::what)
                .satisfiesExactly(gone -> assertThat(gone).contains("part-1.parquet", "gone"), cut -> assertThat(cut)
                        .contains("part-2.parquet", "7 bytes, in the log 9"));
    }

    @Test
    void tellsOfACommitThatIsMissing() throws IOException {
        lake.with(Catalogue.TRENDS).add(Catalogue.TRENDS, 1, 5, 5).add(Catalogue.TRENDS, 2, 7, 7);
        Files.delete(lake.commit(Catalogue.TRENDS, 1));

        only(lake.examine(new LogCheck()), "lacks 1 commits, the first of them version 1", "%020d.json".formatted(1));
    }

    @Test
    void tellsOfTheNewestCommitByItsChecksum() {
        lake.with(Catalogue.TRENDS)
                .write(lake.table(Catalogue.TRENDS).resolve("_delta_log/%020d.crc".formatted(1)), "{}");

        only(lake.examine(new LogCheck()), "version 1", "backup");
    }

    @Test
    void tellsOfACommitThatWasCutOff() {
        lake.with(Catalogue.TRENDS).commit(Catalogue.TRENDS, 1, "{\"add\":{\"pa");

        only(
                lake.examine(new LogCheck()),
                "can't be read, or does not fit its summary: %020d.json".formatted(1),
                "backup");
    }

    @Test
    void tellsHowToDoWithoutACheckpointThatCannotBeRead() {
        lake.with(Catalogue.TRENDS)
                .add(Catalogue.TRENDS, 1, 5, 5)
                .write(
                        lake.table(Catalogue.TRENDS).resolve("_delta_log/%020d.checkpoint.parquet".formatted(1)),
                        "no parquet");

        only(lake.examine(new LogCheck()), "checkpoint of gold.trends at version 1", "Delete");
    }

    @Test
    void tellsOfACheckpointThatIsAheadOfItsTable() {
        lake.with(Catalogue.POST_CHANGES);
        Path offsets = Path.of(new Lake(lake.root().toString()).checkpoint("settle-posts", "posts"), "offsets/3");
        String end = "v1\n{}\n{\"sourceVersion\":1,\"reservoirId\":\"%s\",\"reservoirVersion\":%d,\"index\":-1}";

        lake.write(offsets.getParent().resolveSibling("metadata"), "{\"id\":\"a\"}");
        lake.write(offsets, end.formatted("silver.post_changes", 1));
        assertThat(lake.examine(new CheckpointCheck()))
                .extracting(Finding::severity)
                .containsExactly(Severity.OK);

        lake.write(offsets, end.formatted("silver.post_changes", 7));
        only(
                lake.examine(new CheckpointCheck()),
                "up to version 7, and the table ends at 0",
                "_checkpoints/settle-posts/posts");

        lake.write(offsets, end.formatted("another", 1));
        only(lake.examine(new CheckpointCheck()), "made anew", "settle-posts");
    }

    @Test
    void tellsOfACheckpointWhosePositionIsNotWhatItWas() throws IOException {
        lake.with(Catalogue.POST_CHANGES);
        Path query = Path.of(new Lake(lake.root().toString()).checkpoint("settle-posts", "posts"));
        String end = "v1\n"
                + "{}\n"
                + "{\"sourceVersion\":1,\"reservoirId\":\"silver.post_changes\",\"reservoirVersion\":1,\"index\":-1}";
        lake.write(query.resolve("metadata"), "{\"id\":\"a\"}")
                .write(query.resolve("offsets/3"), end)
                .write(query.resolve("seals/3"), "{\"offsets/3\":\"of other content\"}");

        only(lake.examine(new CheckpointCheck()), "offsets/3", "_checkpoints/settle-posts/posts");

        Files.delete(query.resolve("seals/3"));
        lake.write(query.resolve("offsets/3"), "");
        only(lake.examine(new CheckpointCheck()), "offsets/3", "_checkpoints/settle-posts/posts");
    }

    @Test
    void tellsOfABatchesMomentThatIsAnotherAndNotOfOneThatWasTorn() {
        Path query = Path.of(new Lake(lake.root().toString()).checkpoint("settle-posts", "posts"));

        lake.write(query.resolve("batch-moment.json"), "{\"sha256\":\"0a\",\"not");
        assertThat(lake.examine(new CheckpointCheck()))
                .extracting(Finding::severity)
                .containsExactly(Severity.OK);

        lake.write(query.resolve("batch-moment.json"), "{\"sha256\":\"0a\",\"noted\":{\"batch\":3,\"micros\":9}}");
        only(lake.examine(new CheckpointCheck()), "batch-moment.json", "_checkpoints/settle-posts/posts");
    }

    @Test
    void tellsOfACommitThatDoesNotFitItsSummary() {
        lake.with(Catalogue.TRENDS)
                .commit(Catalogue.TRENDS, 1, "{\"commitInfo\":{\"txnId\":\"a\"}}")
                .commit(Catalogue.TRENDS, 2, "{\"commitInfo\":{\"txnId\":\"b\"}}");
        summary(1, "{\"txnId\":\"a\",\"tableSizeBytes\":0,\"numFiles\":0}");
        summary(2, "{\"txnId\":\"b\",\"tableSizeBytes\":5,\"numFiles\":1}");

        only(lake.examine(new LogCheck()), "%020d.json".formatted(2), "backup");

        summary(2, "{\"txnId\":\"lost\",\"tableSizeBytes\":5,\"numFiles\":1}");
        only(lake.examine(new LogCheck()), "%020d.crc".formatted(2), "Delete %020d.crc".formatted(2));
    }

    @Test
    void looksAtTheNewestCommitEvenWhereACheckpointStandsForIt() throws IOException {
        lake.with(Catalogue.TRENDS)
                .add(Catalogue.TRENDS, 1, 5, 5)
                .commit(Catalogue.TRENDS, 2, "{\"add\":{\"pa")
                .write(
                        lake.table(Catalogue.TRENDS).resolve("_delta_log/%020d.checkpoint.parquet".formatted(2)),
                        "no parquet, which is told too");

        assertThat(lake.examine(new LogCheck()))
                .extracting(Finding::what)
                .anyMatch(what -> what.contains("%020d.json".formatted(2)));

        lake.add(Catalogue.TRENDS, 3, 5, 5);
        assertThat(lake.examine(new LogCheck()))
                .extracting(Finding::what)
                .noneMatch(what -> what.contains("%020d.json".formatted(2)));

        Files.delete(lake.commit(Catalogue.TRENDS, 2));
        Files.delete(lake.commit(Catalogue.TRENDS, 3));
        assertThat(lake.examine(new LogCheck()))
                .extracting(Finding::what)
                .anyMatch(what -> what.contains("the first of them version 2"));
    }

    @Test
    void passesOverAFileThatAJobTakesAwayBesideIt() throws IOException {
        WrittenFilesCheck.Found found = new WrittenFilesCheck.Found(new ArrayList<>());

        assertThat(found.visitFileFailed(folder, new NoSuchFileException("gone")))
                .isEqualTo(FileVisitResult.CONTINUE);
        assertThat(found.postVisitDirectory(folder, new NoSuchFileException("gone")))
                .isEqualTo(FileVisitResult.CONTINUE);
        assertThatThrownBy(() -> found.visitFileFailed(folder, new AccessDeniedException("closed")))
                .isInstanceOf(AccessDeniedException.class);
    }

    private void summary(long version, String text) {
        lake.write(lake.table(Catalogue.TRENDS).resolve("_delta_log/%020d.crc".formatted(version)), text);
    }

    @Test
    void namesAFileThatIsNotWhatWasWrittenAndWhatToDoWithoutIt() throws IOException {
        lake.with(Catalogue.TRENDS);
        Path summary = lake.table(Catalogue.TRENDS).resolve("_delta_log/%020d.crc".formatted(0));
        writeAndSum(summary);
        assertThat(lake.examine(new WrittenFilesCheck()))
                .extracting(Finding::severity)
                .containsExactly(Severity.OK);

        Files.writeString(summary, "[]\n");

        only(lake.examine(new WrittenFilesCheck()), "%020d.crc is not what was written".formatted(0), "Delete it");
    }

    @Test
    void namesTheBrokenDraftOfACheckpointAsOne() throws IOException {
        lake.with(Catalogue.TRENDS);
        Path draft = folder.resolve(
                "lake/_checkpoints/detect-trends/posts/offsets/.0.a9f2bd12-6b15-4f0c-a1d4-3a8a6e1d5c33.tmp");
        writeAndSum(draft);

        Files.writeString(draft, "[]\n");

        only(lake.examine(new WrittenFilesCheck()), ".tmp is not what was written", "Delete it: nobody reads it.");
    }

    /** Writes a file as jobs do, which keep its checksum. */
    private void writeAndSum(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(file.toUri());
        try (ForklessFileSystem files = new ForklessFileSystem()) {
            files.initialize(path.toUri(), lake.patient().conf());
            try (OutputStream out = files.create(path)) {
                out.write("{}\n".getBytes(StandardCharsets.UTF_8));
            }
        }
        assumeTrue(FileSum.kept(file).isPresent(), "this disk keeps no attributes");
    }

    private static void only(List<Finding> findings, String what, String cure) {
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.ERROR);
            assertThat(finding.what()).contains(what);
            assertThat(finding.why()).isNotBlank();
            assertThat(finding.cure()).contains(cure);
        });
    }
}
