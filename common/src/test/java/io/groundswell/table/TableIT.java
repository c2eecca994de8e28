package io.groundswell.table;

import static io.groundswell.testing.Posts.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.delta.tables.DeltaTable;
import io.groundswell.job.PlatformException;
import io.groundswell.model.Frontier;
import io.groundswell.testing.Posts;
import io.groundswell.testing.SparkTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkTest.class)
class TableIT {
    private static final String SUMMARY = "_delta_log/00000000000000000001.crc";

    @TempDir
    private Path root;

    private Table changes;

    @BeforeEach
    void placeTheLake() {
        changes = new Lake(root.toString()).table(Catalogue.POST_CHANGES);
    }

    @Test
    void appendsATaggedWriteOnce(SparkSession spark) {
        changes.createIfAbsent(spark);
        Dataset<Row> rows = Posts.rows(spark, post("1").tagged("delta"), post("2"));

        changes.append(rows, new CommitTag("test", 7));
        changes.append(rows, new CommitTag("test", 7));
        changes.append(rows, new CommitTag("test", 6));

        assertThat(changes.read(spark).count()).isEqualTo(2);
        assertThat(changes.version(spark)).hasValue(1);
    }

    @Test
    void readsNoRowsFromATableThatHasNone(SparkSession spark) throws IOException {
        changes.createIfAbsent(spark);

        assertThat(changes.read(spark).schema())
                .isEqualTo(Posts.rows(spark, post("1")).schema());
        assertThat(isScanned(changes.read(spark))).isFalse();

        changes.append(Posts.rows(spark, post("1")));
        assertThat(changes.read(spark).count()).isEqualTo(1);

        DeltaTable.forPath(spark, changes.path()).delete();
        assertThat(isScanned(changes.read(spark))).isFalse();
        assertThat(changes.read(spark).count()).isZero();

        Files.delete(Path.of(changes.path(), "_delta_log", "00000000000000000002.crc"));
        changes.forgetLog(spark);
        assertThat(isScanned(changes.read(spark)))
                .as("nobody says that it is empty")
                .isTrue();
        assertThat(changes.read(spark).count()).isZero();
    }

    @Test
    void readsEachVersionAsItWas(SparkSession spark) {
        changes.createIfAbsent(spark);
        assertThat(isScanned(changes.readVersion(spark, 0))).isFalse();

        changes.append(Posts.rows(spark, post("1")));
        assertThat(changes.readVersion(spark, 0).count()).isZero();

        DeltaTable.forPath(spark, changes.path()).delete();
        assertThat(changes.readVersion(spark, 1).count()).isEqualTo(1);
        assertThat(isScanned(changes.readVersion(spark, 2))).isFalse();
    }

    @Test
    void namesTheFileThatGivesItTheColumnsOfAnother(SparkSession spark) throws IOException {
        changes.createIfAbsent(spark);
        changes.append(Posts.rows(spark, post("1")));
        Table frontiers = new Lake(root.toString()).table(Catalogue.FRONTIERS);
        frontiers.createIfAbsent(spark);
        frontiers.append(spark.createDataFrame(
                List.of(Rows.of(new Frontier("x", "spool", Instant.EPOCH, "run", Instant.EPOCH))),
                frontiers.spec().schema()));

        writeSummary(spark, Files.readString(Path.of(frontiers.path(), SUMMARY)));

        assertThatThrownBy(() -> changes.read(spark))
                .isInstanceOf(PlatformException.class)
                .hasMessageContainingAll("00000000000000000001.crc", "silver.post_changes", "doctor");
        assertThatThrownBy(() -> changes.requireColumns(spark))
                .as("no other build made it")
                .hasMessageContaining("00000000000000000001.crc");
    }

    @Test
    void namesTheFileWhoseColumnsCannotBeRead(SparkSession spark) throws IOException {
        changes.createIfAbsent(spark);
        changes.append(Posts.rows(spark, post("1")));
        String whole = Files.readString(Path.of(changes.path(), SUMMARY));

        for (String broken : List.of(whole.replace("timestamp", "tim3stamp"), whole.replace("true", "trve"))) {
            writeSummary(spark, broken);

            assertThatThrownBy(() -> changes.read(spark))
                    .isInstanceOf(PlatformException.class)
                    .hasMessageContainingAll("00000000000000000001.crc", "silver.post_changes", "doctor");
            assertThatThrownBy(() -> changes.snapshot(spark)).isInstanceOf(PlatformException.class);
        }
    }

    /** As a file that was copied: what was written is known of the one before. */
    private void writeSummary(SparkSession spark, String content) throws IOException {
        Path summary = Path.of(changes.path(), SUMMARY);
        Files.delete(summary);
        Files.writeString(summary, content);
        changes.forgetLog(spark);
    }

    private static boolean isScanned(Dataset<Row> rows) {
        return rows.queryExecution().optimizedPlan().toString().contains("parquet");
    }

    @Test
    void keepsEveryReaderAble(SparkSession spark) {
        changes.createIfAbsent(spark);

        Row detail = spark.sql("DESCRIBE DETAIL delta.`%s`".formatted(changes.path()))
                .head();
        assertThat(detail.<Integer>getAs("minReaderVersion")).isEqualTo(1);
        assertThat(detail.getList(detail.fieldIndex("clusteringColumns"))).isEqualTo(List.of("received_at"));
        assertThat(detail.getJavaMap(detail.fieldIndex("properties")).toString())
                .contains("delta.enableDeletionVectors=false");
    }

    @Test
    void refusesARowThatBreaksAConstraint(SparkSession spark) {
        changes.createIfAbsent(spark);
        Dataset<Row> odd = Posts.rows(spark, post("1")).withColumn("op", org.apache.spark.sql.functions.lit("moved"));

        assertThatThrownBy(() -> changes.append(odd)).hasMessageContaining("op_is_known");
    }

    @Test
    void saysWhichColumnsDoNotFit(SparkSession spark) {
        changes.createIfAbsent(spark);
        Dataset<Row> odd = Posts.rows(spark, post("1"))
                .drop("text")
                .withColumnRenamed("kind", "sort")
                .withColumn("late_by", org.apache.spark.sql.functions.lit("soon"));

        assertThatThrownBy(() -> changes.append(odd))
                .hasMessageContaining("missing (text, kind)")
                .hasMessageContaining("unexpected (sort)")
                .hasMessageContaining("another type (late_by)");
    }

    @Test
    void mergesByKey(SparkSession spark) {
        Table frontiers = new Lake(root.toString()).table(Catalogue.FRONTIERS);
        frontiers.createIfAbsent(spark);
        frontiers.merge(frontier(spark, "x", "first run"));
        frontiers.merge(frontier(spark, "x", "second run"));
        frontiers.merge(frontier(spark, "bluesky", "second run"));

        assertThat(frontiers
                        .read(spark)
                        .orderBy("source")
                        .select("source", "run_id")
                        .collectAsList())
                .extracting(row -> row.getString(0) + " " + row.getString(1))
                .containsExactly("bluesky second run", "x second run");
    }

    @Test
    void tellsWhoWritesATableThatIsMissing(SparkSession spark) {
        assertThatThrownBy(() -> changes.read(spark))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("silver.post_changes")
                .hasMessageContaining("'ingest'");
        assertThat(changes.version(spark)).isEmpty();
    }

    @Test
    void hashesContentWhateverItsOrder(SparkSession spark) {
        Dataset<Row> rows = Posts.rows(spark, post("1").tagged("a"), post("2"), post("3"));
        List<String> columns = Catalogue.POST_CHANGES.hashed();

        ContentHash hash = ContentHash.of(rows, columns);

        assertThat(ContentHash.of(rows.orderBy(rows.col("post_id").desc()).repartition(3), columns))
                .isEqualTo(hash);
        assertThat(ContentHash.of(rows.limit(2), columns)).isNotEqualTo(hash);
        assertThat(ContentHash.of(rows.withColumn("text", org.apache.spark.sql.functions.lit("else")), columns))
                .isNotEqualTo(hash);
        assertThat(ContentHash.of(rows.limit(0), columns).rows()).isZero();
    }

    private static Dataset<Row> frontier(SparkSession spark, String source, String runId) {
        Instant at = Instant.parse("2026-01-01T00:00:00Z");
        return spark.createDataFrame(
                List.of(Rows.of(new Frontier(source, null, at, runId, at))), Schemas.of(Frontier.class));
    }

    @Test
    void createsWhatAKilledCreationLeftHalf(SparkSession spark) throws java.io.IOException {
        for (boolean hasDraft : new boolean[] {false, true}) {
            Table half = new Lake(root.resolve("half" + hasDraft).toString()).table(Catalogue.POST_CHANGES);
            java.nio.file.Path log = java.nio.file.Path.of(half.path(), "_delta_log");
            java.nio.file.Files.createDirectories(log);
            if (hasDraft) {
                java.nio.file.Files.writeString(log.resolve(".00000000000000000000.json.a.tmp"), "{");
            }

            half.createIfAbsent(spark);

            assertThat(half.exists(spark)).isTrue();
            assertThat(half.read(spark).isEmpty()).isTrue();
        }
    }
}
