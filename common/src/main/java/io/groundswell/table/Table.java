package io.groundswell.table;

import io.delta.tables.DeltaTable;
import io.groundswell.job.PlatformException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.VersionChecksum;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.streaming.DataStreamReader;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.Option;

/** A Delta table as a value: what it is and where it lies. */
public record Table(TableSpec spec, String path) {
    /** Keeps every table readable by every Delta reader: reader version 1, classic checkpoints, no mapping. */
    public static final Map<String, String> PORTABLE = Map.of(
            "delta.enableDeletionVectors", "false",
            "delta.checkpointPolicy", "classic",
            "delta.columnMapping.mode", "none");

    private static final Map<String, String> WRITING = Map.of(
            "delta.enableRowTracking", "false",
            // A checkpoint names every file of the table: written every ten commits it is dearer than what it spares.
            "delta.checkpointInterval", "50");

    public String name() {
        return spec.name();
    }

    /** Creates the table with its layout, constraints and the portable profile, unless it is there. */
    public void createIfAbsent(SparkSession spark) {
        if (exists(spark)) {
            return;
        }
        HalfCreated.clear(path, spark);
        Map<String, String> properties = new TreeMap<>(PORTABLE);
        properties.putAll(WRITING);
        spec.constraints().forEach((name, condition) -> properties.put("delta.constraints." + name, condition));
        spark.sql("CREATE TABLE IF NOT EXISTS delta.`%s` (%s) USING DELTA %s TBLPROPERTIES (%s)"
                .formatted(
                        path,
                        spec.schema().toDDL(),
                        spec.clusterBy().isEmpty() ? "" : "CLUSTER BY (" + String.join(", ", spec.clusterBy()) + ")",
                        properties.entrySet().stream()
                                .map(p -> "'%s' = '%s'"
                                        .formatted(p.getKey(), p.getValue().replace("'", "\\'")))
                                .collect(Collectors.joining(", "))));
    }

    public boolean exists(SparkSession spark) {
        return end(spark).opened(() -> DeltaTable.isDeltaTable(spark, path));
    }

    private LogEnd end(SparkSession spark) {
        return new LogEnd(name(), path, spark);
    }

    /**
     * Returns the rows of the newest version. Where that has none, there are none in them later either; else they are those
     * of the version that is the newest when they are asked for.
     *
     * @throws PlatformException if there is no such table, its newest commit is gone, or its columns are not what was
     *     committed
     */
    public Dataset<Row> read(SparkSession spark) {
        requireExists(spark);
        LogEnd end = end(spark);
        Dataset<Row> rows = end.opened(() -> spark.read().format("delta").load(path));
        Snapshot newest = DeltaLog.forTable(spark, path).unsafeVolatileSnapshot(); // as just loaded
        end.requireNotCutOff(newest);
        if (SchemaDifference.between(spec.schema(), rows.schema()).isLacking()) {
            end.requireWhole(newest); // else another build made it
        }
        return unlessEmpty(rows, newest, spark);
    }

    /** Returns the rows of one version, for a result that must not change while it is computed. */
    public Dataset<Row> readVersion(SparkSession spark, long version) {
        Dataset<Row> rows = end(spark).opened(() -> spark.read()
                .format("delta")
                .option("versionAsOf", version)
                .load(path));
        Snapshot newest = DeltaLog.forTable(spark, path).unsafeVolatileSnapshot();
        return newest.version() == version ? unlessEmpty(rows, newest, spark) : rows;
    }

    /** Delta would replay the log, and Spark plan and run all that is done with nothing. */
    private static Dataset<Row> unlessEmpty(Dataset<Row> rows, Snapshot read, SparkSession spark) {
        return OwnChecksum.saysEmpty(read) ? spark.createDataFrame(List.of(), rows.schema()) : rows;
    }

    /**
     * Returns the rows as they are appended, for a streaming query. Rows that are taken back later, or rewritten, are not
     * told of: 'forget' alone does so, once every query has read what it changes.
     *
     * @throws PlatformException if there is no such table
     */
    public Dataset<Row> stream(SparkSession spark) {
        requireExists(spark);
        return appended(spark).load(path);
    }

    /**
     * Returns the rows as they are appended, for a streaming query whose batches must fit into memory.
     *
     * @param maxBytes of stored rows that a batch takes, about; always at least one file
     * @throws PlatformException if there is no such table
     */
    public Dataset<Row> stream(SparkSession spark, long maxBytes) {
        requireExists(spark);
        return appended(spark).option("maxBytesPerTrigger", maxBytes + "b").load(path);
    }

    /**
     * Returns the rows as they are appended from a version on, for a streaming query that begins now; one that goes on does so
     * where it was.
     *
     * @param maxBytes of stored rows that a batch takes, about; always at least one file
     * @throws PlatformException if there is no such table
     */
    public Dataset<Row> stream(SparkSession spark, long maxBytes, long fromVersion) {
        requireExists(spark);
        return appended(spark)
                .option("maxBytesPerTrigger", maxBytes + "b")
                .option("startingVersion", fromVersion)
                .load(path);
    }

    /** Delta's source ends with an error at a commit that takes rows back, unless it is told to pass over such. */
    private static DataStreamReader appended(SparkSession spark) {
        return spark.readStream().format("delta").option("skipChangeCommits", "true");
    }

    /** Returns the newest version; empty where there is no such table. */
    public OptionalLong version(SparkSession spark) {
        if (!exists(spark)) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(snapshot(spark).version());
    }

    /** Returns how many bytes the newest version's files have, as was noted at its commit; empty where nobody noted it. */
    public OptionalLong storedBytes(SparkSession spark) {
        Option<VersionChecksum> noted = OwnChecksum.of(snapshot(spark));
        return noted.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(noted.get().tableSizeBytes());
    }

    /** Returns the name that Delta gave the table when it was made, by which a stream's checkpoint knows it. */
    public String id(SparkSession spark) {
        return snapshot(spark).metadata().id();
    }

    /** Returns what the log says now; of no version where there is no table. */
    public Snapshot snapshot(SparkSession spark) {
        return end(spark).opened(() -> DeltaLog.forTable(spark, path).update(false, Option.empty(), Option.empty()));
    }

    /** Forgets what is remembered of a log at this place, after the table there was deleted. */
    public void forgetLog(SparkSession spark) {
        DeltaLog.invalidateCache(spark, new org.apache.hadoop.fs.Path(path));
    }

    /**
     * Requires that the table has the columns of its rows.
     *
     * @throws PlatformException if an older build made it without some, or with others of another type, or its log says so
     *     alone that is broken
     */
    public void requireColumns(SparkSession spark) {
        Snapshot now = snapshot(spark);
        SchemaDifference difference = SchemaDifference.between(spec.schema(), now.schema());
        if (difference.isLacking()) {
            end(spark).requireWhole(now);
            throw PlatformException.usage(
                    ("Table %s at %s was made by another build: it lacks the columns (%s), and has (%s) of another"
                                    + " type. %s")
                            .formatted(
                                    name(),
                                    path,
                                    names(difference.missing()),
                                    names(difference.differing()),
                                    Catalogue.cure(spec).orElse("'doctor' says how it is made anew.")));
        }
    }

    /**
     * Requires that the end of its log is what was committed: of one whose newest commit is gone or has lost what it
     * brought, Delta reads an older state, and goes on from there.
     *
     * @throws PlatformException if it is not
     */
    public void requireWholeLog(SparkSession spark) {
        end(spark).requireWhole(snapshot(spark));
    }

    /** Appends rows, whatever was appended before. */
    public void append(Dataset<Row> rows) {
        writer(rows).save(path);
    }

    /**
     * Appends rows unless the tag's write has happened.
     *
     * @return whether they were appended
     */
    public boolean append(Dataset<Row> rows, CommitTag tag) {
        return TaggedAppend.append(path, aligned(rows), tag);
    }

    /**
     * Replaces the rows that meet a condition by these, in one commit.
     *
     * @param condition on the table's columns; every new row meets it too
     */
    public void replaceWhere(Dataset<Row> rows, String condition) {
        aligned(rows)
                .write()
                .format("delta")
                .mode(SaveMode.Overwrite)
                .option("replaceWhere", condition)
                .save(path);
    }

    /** Merges rows by the table's key: a known key is updated, a new one inserted. Keys in {@code rows} are unique. */
    public void merge(Dataset<Row> rows) {
        DeltaTable.forPath(rows.sparkSession(), path)
                .as("old")
                .merge(aligned(rows).as("new"), keyCondition("old", "new"))
                .whenMatched()
                .updateAll()
                .whenNotMatched()
                .insertAll()
                .execute();
    }

    /** Returns the condition under which two aliased rows have the same key. */
    public String keyCondition(String left, String right) {
        return spec.key().stream()
                .map(column -> "%s.%s <=> %s.%s".formatted(left, column, right, column))
                .collect(Collectors.joining(" AND "));
    }

    private DataFrameWriter<Row> writer(Dataset<Row> rows) {
        return aligned(rows).write().format("delta").mode(SaveMode.Append);
    }

    /** Puts the columns in the table's order, and says plainly what is missing, unexpected or of another type. */
    private Dataset<Row> aligned(Dataset<Row> rows) {
        StructType wanted = spec.schema();
        SchemaDifference difference = SchemaDifference.between(wanted, rows.schema());
        if (!difference.isNone()) {
            throw new IllegalArgumentException(
                    "Rows for table %s don't fit: missing (%s), unexpected (%s), of another type (%s)"
                            .formatted(
                                    name(),
                                    names(difference.missing()),
                                    names(difference.unexpected()),
                                    names(difference.differing())));
        }
        return rows.select(
                Arrays.stream(wanted.fieldNames()).map(functions::col).toArray(Column[]::new));
    }

    private static String names(List<StructField> fields) {
        return fields.stream().map(StructField::name).collect(Collectors.joining(", "));
    }

    private void requireExists(SparkSession spark) {
        if (!exists(spark)) {
            throw PlatformException.usage(
                    "There is no table %s at %s: it is written by '%s', which has not run on this lake."
                            .formatted(name(), path, spec.writer()));
        }
    }
}
