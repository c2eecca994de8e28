package io.groundswell.table;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.delta.actions.RemoveFile;
import scala.Option;
import scala.Tuple2;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** What a streaming query has still to read of a table, by the position that its checkpoint holds. */
public record UnreadFiles(Table table, SparkSession spark) {

    /**
     * Returns whether files with new rows lie behind a position. Commits that take rows back are passed over, as the
     * queries do.
     *
     * @param version of the position; the files of an earlier one are read
     * @param index of the last file of the version that is read; below 0 for none
     */
    public boolean areBehind(long version, long index) {
        if (version > table.snapshot(spark).version()) {
            return false;
        }
        DeltaLog log = DeltaLog.forTable(spark, table.path());
        for (Tuple2<Object, Seq<Action>> commit : (Iterable<Tuple2<Object, Seq<Action>>>)
                () -> CollectionConverters.asJava(log.getChanges(version, Option.empty(), false))) {
            long from = ((Long) commit._1()) == version ? index + 1 : 0;
            if (files(CollectionConverters.asJava(commit._2())) > Math.max(0, from)) {
                return true;
            }
        }
        return false;
    }

    private static long files(List<Action> actions) {
        boolean takesBack =
                actions.stream().anyMatch(action -> action instanceof RemoveFile removed && removed.dataChange());
        return takesBack
                ? 0
                : IntStream.range(0, actions.size())
                        .filter(at -> actions.get(at) instanceof AddFile added && added.dataChange())
                        .count();
    }
}
