package io.groundswell.table;

import io.groundswell.job.Failpoints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.OptimisticTransaction;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.delta.actions.Metadata;
import org.apache.spark.sql.delta.actions.SetTransaction;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Puts the rows, columns and constraints of one table into the place of another's, in one commit. The table keeps its id, its
 * history and what applications have said of themselves, so that streams which read it go on; they pass over this commit.
 *
 * @param made the other table, whose files go over and which is broken afterwards
 */
public record TableSwap(Table table, Table made, SparkSession spark) {
    private static final String CONSTRAINT = "delta.constraints.";

    /**
     * Swaps unless the tag's swap has happened. After a kill it goes on where it was.
     *
     * @param carried what other applications are said to have committed, where that is more than they did
     */
    public void run(CommitTag tag, Map<String, Long> carried) {
        DeltaLog log = DeltaLog.forTable(spark, table.path());
        if (CommittedTags.newest(table.snapshot(spark), tag.application()) >= tag.version()) {
            return;
        }
        Snapshot source = made.snapshot(spark);
        List<AddFile> files = source.allFiles().collectAsList();
        move(files, log);
        Failpoints.hit("swap.beforeCommit");
        log.withNewTransaction(Option.empty(), Option.empty(), txn -> {
            List<Action> actions = new ArrayList<>();
            long now = log.clock().getTimeMillis();
            CollectionConverters.asJava(txn.filterFiles())
                    .forEach(old -> actions.add(old.removeWithTimestamp(now, true)));
            actions.addAll(files);
            Map<String, Long> said = new HashMap<>(carried);
            said.put(tag.application(), tag.version());
            said.forEach((application, version) -> {
                if (CommittedTags.newest(txn.snapshot(), application) < version) {
                    actions.add(new SetTransaction(application, version, Option.apply(now)));
                }
            });
            adopt(source.metadata(), txn);
            return txn.commit(
                    CollectionConverters.asScala(actions).toSeq(), TaggedAppend.operation(SaveMode.Overwrite, tag));
        });
        Failpoints.hit("swap.afterCommit");
    }

    /** Files have names of their own, so a file that is not where it was has been moved by a run that was killed. */
    private void move(List<AddFile> files, DeltaLog log) {
        Path to = log.dataPath();
        Path from = new Path(made.path());
        try {
            FileSystem fs = to.getFileSystem(log.newDeltaHadoopConf());
            for (AddFile file : files) {
                Path name = new Path(URI.create(file.path()));
                Path target = new Path(to, name);
                fs.mkdirs(target.getParent());
                if (!fs.exists(target) && !fs.rename(new Path(from, name), target)) {
                    throw new IOException("The file %s can't be moved to %s".formatted(name, to));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot put new rows into force in " + table.name(), e);
        }
    }

    /** Takes columns and constraints over; properties that somebody has set on the table stay. */
    private static void adopt(Metadata wanted, OptimisticTransaction txn) {
        Metadata found = txn.metadata();
        Map<String, String> properties = new HashMap<>(CollectionConverters.asJava(wanted.configuration()));
        CollectionConverters.asJava(found.configuration()).forEach((name, value) -> {
            if (!name.startsWith(CONSTRAINT)) {
                properties.put(name, value);
            }
        });
        Metadata adopted = new Metadata(
                found.id(),
                found.name(),
                found.description(),
                found.format(),
                wanted.schemaString(),
                found.partitionColumns(),
                scala.collection.immutable.Map.from(CollectionConverters.asScala(properties)),
                found.createdTime());
        if (!adopted.equals(found)) {
            txn.updateMetadata(adopted, false);
        }
    }
}
