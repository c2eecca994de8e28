package io.groundswell.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.DeltaOperations;
import org.apache.spark.sql.delta.DeltaOptions;
import org.apache.spark.sql.delta.OptimisticTransaction;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.SetTransaction;
import org.apache.spark.sql.delta.commands.DMLUtils;
import org.apache.spark.sql.delta.commands.WriteIntoDelta;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * An append that happens once a tag. It commits what Delta's writer commits under {@code txnAppId} and
 * {@code txnVersion}; but the writer replays the table's log in a Spark job to find the application's last version, in
 * each batch anew, and this asks the checksum file, where the last commit has left it.
 */
final class TaggedAppend {
    private TaggedAppend() {}

    /** Appends rows, whose columns are the table's, unless the tag's write has happened; returns whether it did so. */
    static boolean append(String path, Dataset<Row> rows, CommitTag tag) {
        DeltaLog log = DeltaLog.forTable(rows.sparkSession(), path);
        return log.withNewTransaction(Option.empty(), Option.empty(), txn -> append(log, txn, rows, tag))
                .isDefined();
    }

    private static Option<Object> append(DeltaLog log, OptimisticTransaction txn, Dataset<Row> rows, CommitTag tag) {
        // As a write that read it: of two that race under one name, Delta then refuses the second.
        txn.readTxn().addOne(tag.application());
        if (CommittedTags.newest(txn.snapshot(), tag.application()) >= tag.version()) {
            return Option.empty();
        }
        SparkSession spark = rows.sparkSession();
        DMLUtils.TaggedCommitData<Action> written =
                write(log, rows).writeAndReturnCommitData(txn, spark, Option.empty(), false);
        List<Action> actions = new ArrayList<>(CollectionConverters.asJava(written.actions()));
        actions.add(new SetTransaction(
                tag.application(), tag.version(), Option.apply(log.clock().getTimeMillis())));
        return txn.commitIfNeeded(
                CollectionConverters.asScala(actions).toSeq(), operation(SaveMode.Append, tag), written.stringTags());
    }

    private static WriteIntoDelta write(DeltaLog log, Dataset<Row> rows) {
        return new WriteIntoDelta(
                log,
                SaveMode.Append,
                new DeltaOptions(none(), rows.sparkSession().sessionState().conf()),
                noColumns(),
                none(),
                rows,
                Option.empty(),
                Option.empty(),
                false);
    }

    /** Returns what the log calls a write, with the tag's note. */
    static DeltaOperations.Operation operation(SaveMode mode, CommitTag tag) {
        return new DeltaOperations.Write(
                mode,
                Option.apply(noColumns()),
                Option.empty(),
                Option.apply(tag.note()),
                Option.empty(),
                Option.empty(),
                Option.empty(),
                Option.empty(),
                Option.empty());
    }

    private static Seq<String> noColumns() {
        return CollectionConverters.asScala(List.<String>of()).toSeq();
    }

    private static scala.collection.immutable.Map<String, String> none() {
        return scala.collection.immutable.Map.from(CollectionConverters.asScala(Map.<String, String>of()));
    }
}
