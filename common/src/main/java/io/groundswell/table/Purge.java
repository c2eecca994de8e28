package io.groundswell.table;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.actions.AddFile;

/**
 * Takes away what a table's past still holds of rows that are gone: every file that the newest version does not name,
 * however young, and in its log the statistics of those files, in which the first characters of values stand. No older
 * version can be read afterwards; the versions keep their numbers, notes and tags. Nobody may read or write the table
 * meanwhile: so a look at the folder is enough, where Delta's VACUUM, which must not trust it, takes several Spark jobs.
 */
public record Purge(Table table, SparkSession spark) {

    /** Purges the table; what is purged already costs a look. */
    public void run() {
        Snapshot now = table.snapshot(spark);
        Set<String> live =
                now.allFiles().collectAsList().stream().map(AddFile::path).collect(Collectors.toSet());
        try {
            deleteBut(live, now.deltaLog());
            new LogErasure(now, live).run();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot take away the past of " + table.name(), e);
        }
        DeltaLog.invalidateCache(spark, new Path(table.path()));
    }

    private static void deleteBut(Set<String> live, DeltaLog log) throws IOException {
        Path folder = log.dataPath();
        FileSystem fs = folder.getFileSystem(log.newDeltaHadoopConf());
        Set<Path> kept = live.stream()
                .map(path -> fs.makeQualified(new Path(folder, new Path(URI.create(path)))))
                .collect(Collectors.toSet());
        String inLog = fs.makeQualified(log.logPath()) + Path.SEPARATOR;
        RemoteIterator<LocatedFileStatus> files = fs.listFiles(folder, true);
        while (files.hasNext()) {
            Path file = files.next().getPath();
            if (!kept.contains(file) && !file.toString().startsWith(inLog)) {
                delete(fs, file);
            }
        }
    }

    private static void delete(FileSystem fs, Path file) throws IOException {
        try {
            if (!fs.delete(file, false) && fs.exists(file)) {
                throw new IOException("The file %s can't be deleted".formatted(file));
            }
        } catch (FileNotFoundException e) {
            // gone already
        }
    }
}
