package io.groundswell.rebuild;

import io.groundswell.job.Lease;
import io.groundswell.job.PlatformException;
import io.groundswell.table.CommittedTags;
import io.groundswell.table.Lake;
import io.groundswell.table.Table;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/**
 * The folder in which 'rebuild' makes tables beside those in force. Its plan says of what they are made, so that a later run
 * knows whether it can go on with them; its mark says that they are complete and being swapped, from which there is no way
 * back but only on: no other job may run until the swap is done.
 */
public record RebuildPlace(Lake lake, Configuration conf) {
    private static final String PLAN = "plan";
    private static final String SWAP = "swap";

    /** Under this name each swapped table says which version of silver.post_changes came into force with it. */
    public static final String APPLICATION = "rebuild";

    /** Returns the version of silver.post_changes with which a table came into force; empty where it was never swapped. */
    public static OptionalLong swappedWith(Table table, SparkSession spark) {
        return table.exists(spark) ? CommittedTags.newest(table, APPLICATION, spark) : OptionalLong.empty();
    }

    /** Returns the plan of a run that was not completed; empty where there is none. */
    public Optional<String> plan() {
        return read(PLAN);
    }

    /** Throws away what a run has left, and begins another. */
    public void begin(String plan) {
        discard();
        write(PLAN, plan);
    }

    /** Returns the version of silver.post_changes that the swap under way makes; empty where none is. */
    public OptionalLong swap() {
        return read(SWAP).map(Long::parseLong).map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    /** Says that what is here is complete: from now on it is to come into force. */
    public void markSwap(long version) {
        write(SWAP, Long.toString(version));
    }

    /**
     * Refuses while tables are being swapped.
     *
     * @throws PlatformException with exit code 75 while they are; with 2 where a run was stopped while they were, and on a
     *     lake without leases, where nobody can tell the two apart
     */
    public void requireNoSwap() {
        if (!exists(SWAP)) {
            return;
        }
        if (Lease.isHeld(lake, APPLICATION)) {
            throw PlatformException.tryAgain(
                    "'rebuild' is putting new tables into force on the lake %s. Try again in a minute."
                            .formatted(lake.root()));
        }
        if (exists(SWAP)) { // or it has just ended
            throw PlatformException.usage(
                    ("'rebuild' was stopped while it put new tables into force on the lake %s%s: some are of before, some"
                                    + " new. Run 'rebuild', which completes that; until then no other job may run.")
                            .formatted(lake.root(), lake.localRoot().isEmpty() ? ", or still does" : ""));
        }
    }

    /** Deletes all that is here, the mark last: what is swapped stays so, and a kill leaves nothing that looks whole. */
    public void discard() {
        Path folder = folder();
        try {
            FileSystem fs = folder.getFileSystem(conf);
            fs.delete(new Path(folder, PLAN), false);
            for (FileStatus child : fs.listStatus(folder)) {
                if (!child.getPath().getName().equals(SWAP)) {
                    fs.delete(child.getPath(), true);
                }
            }
            fs.delete(folder, true);
        } catch (FileNotFoundException e) {
            return; // nothing was begun
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot clear " + folder, e);
        }
    }

    private Path folder() {
        return new Path(lake.beside().derived());
    }

    private boolean exists(String file) {
        Path path = new Path(folder(), file);
        try {
            return path.getFileSystem(conf).exists(path);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look at " + path, e);
        }
    }

    private Optional<String> read(String file) {
        Path path = new Path(folder(), file);
        try (InputStream in = path.getFileSystem(conf).open(path)) {
            return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (FileNotFoundException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + path, e);
        }
    }

    /** Under another name first: a kill leaves no half of it. */
    private void write(String file, String text) {
        Path path = new Path(folder(), file);
        Path draft = new Path(folder(), file + ".draft");
        try {
            FileSystem fs = path.getFileSystem(conf);
            try (FSDataOutputStream out = fs.create(draft, true)) {
                out.write(text.getBytes(StandardCharsets.UTF_8));
                out.hsync();
            }
            if (!fs.rename(draft, path)) {
                throw new IOException("The file %s can't be renamed".formatted(draft));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + path, e);
        }
    }
}
