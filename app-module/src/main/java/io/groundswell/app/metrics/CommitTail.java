package io.groundswell.app.metrics;

import io.groundswell.app.lake.DataFile;
import io.groundswell.app.lake.KernelFile;
import io.groundswell.table.Table;
import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** The commits of a table after a version, each read once from its own file of the log: milliseconds, no Spark job. */
final class CommitTail {
    private final Table table;
    private final Configuration conf;
    private long version;

    /** @param version after which commits are read; −1 for all of a table that is still to be created */
    CommitTail(Table table, Configuration conf, long version) {
        this.table = table;
        this.conf = conf;
        this.version = version;
    }

    Table table() {
        return table;
    }

    /** Returns the commits that are not told yet, in their order. */
    List<LoggedCommit> news() {
        List<LoggedCommit> news = new ArrayList<>();
        try {
            Optional<LoggedCommit> next = read(version + 1);
            while (next.isPresent()) {
                news.add(next.get());
                next = read(next.get().version() + 1);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the log of " + table.name(), e);
        }
        return news;
    }

    /** Takes note that a commit is told. */
    void told(LoggedCommit commit) {
        version = commit.version();
    }

    /** Returns a file that a commit of this table added. */
    KernelFile file(DataFile added) {
        Path path = new Path(new Path(table.path()), new Path(URI.create(added.path())));
        return new KernelFile(table.spec(), path.toString(), added.bytes());
    }

    private Optional<LoggedCommit> read(long wanted) throws IOException {
        Path file = new Path(table.path(), "_delta_log/%020d.json".formatted(wanted));
        FileSystem fs = file.getFileSystem(conf);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(fs.open(file), StandardCharsets.UTF_8))) {
            return Optional.of(LoggedCommit.of(wanted, lines.lines().toList()));
        } catch (FileNotFoundException e) {
            return Optional.empty(); // not yet
        }
    }
}
