package io.groundswell.table;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
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
 */
public record Commit(long version, String note, long rows, String transaction) {
    /** Says what Scala's method does not declare. */
    @FunctionalInterface
    private interface Look {
        List<String> look() throws IOException;
    }

    /** Returns the commits from the newest back to where the log begins, each read when it is asked for. */
    public static Stream<Commit> newestFirst(Table table, SparkSession spark) {
        OptionalLong newest = table.version(spark);
        if (newest.isEmpty()) {
            return Stream.empty();
        }
        DeltaLog log = DeltaLog.forTable(spark, table.path());
        return LongStream.iterate(newest.getAsLong(), version -> version >= 0, version -> version - 1)
                .mapToObj(version -> read(log, version))
                .takeWhile(Optional::isPresent)
                .map(Optional::get);
    }

    /** Returns the rows that the newest commit wrote; 0 where there is none, or its log says nothing of rows. */
    public static long newestRows(Table table, SparkSession spark) {
        return newestFirst(table, spark).findFirst().map(Commit::rows).orElse(0L);
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
                .orElse(new Commit(version, "", 0, "")));
    }

    private static Commit of(long version, CommitInfo info) {
        Option<String> rows = info.operationMetrics().flatMap(metrics -> metrics.get("numOutputRows"));
        return new Commit(
                version,
                info.userMetadata().getOrElse(() -> ""),
                rows.map(Long::valueOf).getOrElse(() -> 0L),
                info.txnId().getOrElse(() -> ""));
    }
}
