package io.groundswell.table;

import io.groundswell.job.PlatformException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.Snapshot;

/**
 * The newest files of a table's log, which say what the table is: of what is broken there Delta makes an older state, or
 * another table, or an error that names no file.
 *
 * @param name of the table
 * @param path of the table
 */
record LogEnd(String name, String path, SparkSession spark) {
    private static final Pattern COMMIT = Pattern.compile("(\\d{20})\\.json");

    /**
     * Returns what opening the log gives.
     *
     * @throws PlatformException if that fails, and the newest commit or what was noted of it is broken
     */
    <T> T opened(Supplier<T> opening) {
        try {
            return opening.get();
        } catch (PlatformException e) {
            throw e;
        } catch (Exception e) { // Scala throws checked ones that nobody declares
            broken(e).ifPresent(file -> {
                throw isBroken(file, e);
            });
            throw e;
        }
    }

    private Optional<String> broken(Exception first) {
        Path log = new Path(path, "_delta_log");
        try {
            CommitChain chain = new CommitChain(log, conf());
            return Arrays.stream(log.getFileSystem(conf()).listStatus(log))
                    .map(file -> COMMIT.matcher(file.getPath().getName()))
                    .filter(Matcher::matches)
                    .map(commit -> Long.parseLong(commit.group(1)))
                    .max(Comparator.naturalOrder())
                    .flatMap(chain::broken);
        } catch (IOException | RuntimeException e) {
            first.addSuppressed(e);
            return Optional.empty();
        }
    }

    /**
     * Requires that its newest commit is not gone.
     *
     * @throws PlatformException if it is
     */
    void requireNotCutOff(Snapshot newest) {
        if (chain(newest).isCutOffBehind(newest.version())) {
            throw isBroken(CommitChain.name(newest.version() + 1, "json"), null);
        }
    }

    /**
     * Requires that its end is what was committed.
     *
     * @throws PlatformException if it is not
     */
    void requireWhole(Snapshot newest) {
        requireNotCutOff(newest);
        chain(newest).broken(newest.version()).ifPresent(file -> {
            throw isBroken(file, null);
        });
    }

    private CommitChain chain(Snapshot newest) {
        return new CommitChain(newest.deltaLog().logPath(), conf());
    }

    /** The session's own settings: to make new ones costs more than the look for a file. */
    private Configuration conf() {
        return spark.sparkContext().hadoopConfiguration();
    }

    private PlatformException isBroken(String file, Throwable revealedBy) {
        return PlatformException.usage(
                ("The file %s of the log of %s at %s is gone, or it and its neighbours don't fit: the table's newest"
                                + " rows may be missing. 'doctor' says how to mend it.")
                        .formatted(file, name, path),
                revealedBy);
    }
}
