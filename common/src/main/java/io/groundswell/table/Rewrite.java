package io.groundswell.table;

import io.delta.tables.DeltaTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.CommitInfo;
import org.apache.spark.sql.delta.util.FileNames;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Takes rows of a table back, or changes them, each in one commit; none where no row meets the condition. */
public record Rewrite(Table table, SparkSession spark) {
    /** Says what Scala's method does not declare. */
    @FunctionalInterface
    private interface Look {
        Seq<String> look() throws IOException;
    }

    /** Deletes the rows that meet a condition; returns how many. */
    public long delete(Column condition) {
        return counted("numDeletedRows", delta -> delta.delete(condition));
    }

    /** Sets columns of the rows that meet a condition; returns how many. */
    public long update(Column condition, Map<String, Column> values) {
        return counted("numUpdatedRows", delta -> delta.update(condition, values));
    }

    @FunctionalInterface
    private interface Change {
        void of(DeltaTable delta);
    }

    private long counted(String metric, Change change) {
        Snapshot before = table.snapshot(spark);
        change.of(DeltaTable.forPath(spark, table.path()));
        Snapshot after = table.snapshot(spark);
        return after.version() == before.version() ? 0 : metric(after, metric);
    }

    private static long metric(Snapshot snapshot, String metric) {
        DeltaLog log = snapshot.deltaLog();
        org.apache.hadoop.fs.Path file = FileNames.unsafeDeltaFile(log.logPath(), snapshot.version());
        Look look = () -> log.store().read(file, log.newDeltaHadoopConf());
        try {
            return CollectionConverters.asJava(look.look()).stream()
                    .map(Action::fromJson)
                    .filter(CommitInfo.class::isInstance)
                    .map(CommitInfo.class::cast)
                    .flatMap(info -> info.operationMetrics().isEmpty()
                            ? java.util.stream.Stream.empty()
                            : CollectionConverters.asJava(
                                    info.operationMetrics().get())
                                    .entrySet()
                                    .stream())
                    .filter(entry -> entry.getKey().equals(metric))
                    .mapToLong(entry -> Long.parseLong(entry.getValue()))
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the commit " + file, e);
        }
    }
}
