package io.groundswell.table;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.CommitInfo;
import org.apache.spark.sql.delta.util.FileNames;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/**
 * What a table's log says of one commit. It is read from the commit's own file, in milliseconds; Delta's table of the
 * history is a Spark job over every file of the log.
 *
 * @param version of the table
 * @param note the user metadata of the commit; empty where it has none
 * @param rows that the commit wrote; 0 where the log says nothing of rows
 * @param transaction a name that no other commit has; empty where it has none
 * @param operation what Delta calls it, such as {@code WRITE}
 */
public record Commit(long version, String note, long rows, String transaction, String operation) {
    /** Of these rows are in other files afterwards, or files that no row is in are gone. */
    private static final Set<String> REARRANGING = Set.of("OPTIMIZE", "VACUUM START", "VACUUM END");

    /** Says what Scala's method does not declare. */
    @FunctionalInterface
    private interface Look {
        List<String> look() throws IOException;
    }

    /** Returns the commits from the newest back to where the log begins, each read when it is asked for. */
    public static Stream<Commit> newestFirst(Table table, SparkSession spark) {
        OptionalLong newest = table.version(spark);
        return newest.isEmpty() ? Stream.empty() : back(table, spark, newest.getAsLong());
    }

    /** Returns the rows that the newest commit that can write some wrote; 0 where its log says nothing of rows. */
    public static long newestRows(Table table, SparkSession spark) {
        return newestFirst(table, spark)
                .filter(commit -> !commit.isRearranging())
                .findFirst()
                .map(Commit::rows)
                .orElse(0L);
    }

    /** Returns the oldest version that holds the same rows as one does: compaction makes a version and changes no row. */
    public static long sameRowsSince(Table table, SparkSession spark, long version) {
        return back(table, spark, version)
                .filter(commit -> !commit.isRearranging())
                .findFirst()
                .map(Commit::version)
                .orElse(version);
    }

    /**
     * Returns the first version from one on that may hold other rows than the one before it; empty where there is none. One
     * whose file is gone may.
     */
    public static OptionalLong firstChangeFrom(Table table, SparkSession spark, long version) {
        DeltaLog log = DeltaLog.forTable(spark, table.path());
        return LongStream.rangeClosed(version, table.version(spark).orElse(-1))
                .filter(next -> !read(log, next).map(Commit::isRearranging).orElse(false))
                .findFirst();
    }

    /** Whether the commit changed no row. */
    public boolean isRearranging() {
        return REARRANGING.contains(operation);
    }

    private static Stream<Commit> back(Table table, SparkSession spark, long from) {
        DeltaLog log = DeltaLog.forTable(spark, table.path());
        return LongStream.iterate(from, version -> version >= 0, version -> version - 1)
                .mapToObj(version -> read(log, version))
                .takeWhile(Optional::isPresent)
                .map(Optional::get);
    }

    /** Returns empty where the file is gone: a log is cut off behind what its checkpoints hold. */
    static Optional<Commit> read(DeltaLog log, long version) {
        Path file = FileNames.unsafeDeltaFile(log.logPath(), version);
        Look look = () -> CollectionConverters.asJava(log.store().read(file, log.newDeltaHadoopConf()));
        List<String> lines;
        try {
            lines = look.look();
        } catch (FileNotFoundException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the commit " + file, e);
        }
        return Optional.of(lines.stream()
                .map(Action::fromJson)
                .filter(CommitInfo.class::isInstance)
                .map(CommitInfo.class::cast)
                .findFirst()
                .map(info -> of(version, info))
                .orElse(new Commit(version, "", 0, "", "")));
    }

    private static Commit of(long version, CommitInfo info) {
        Option<String> rows = info.operationMetrics().flatMap(metrics -> metrics.get("numOutputRows"));
        return new Commit(
                version,
                info.userMetadata().getOrElse(() -> ""),
                rows.map(Long::valueOf).getOrElse(() -> 0L),
                info.txnId().getOrElse(() -> ""),
                info.operation());
    }
}
