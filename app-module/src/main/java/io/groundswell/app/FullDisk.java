package io.groundswell.app;

import java.nio.file.FileSystemException;
import java.util.Optional;
import java.util.stream.Stream;

/** A disk without space, as the system's calls tell of it through whatever wraps them. */
final class FullDisk {
    /** Of Linux and macOS; Spark hands on the text of what failed in a task, without its cause. */
    private static final String[] WORDS = {"No space left on device", "Disk quota exceeded"};

    private FullDisk() {}

    /** Returns what to tell the user; empty where a failure is another one. */
    static Optional<String> told(Throwable failure) {
        boolean isFull = false;
        String where =
                "on a disk: of the lake, of what is written beside it or of Spark's scratch files (spark.local.dir)";
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            isFull |= Stream.of(WORDS).anyMatch(message::contains);
            if (cause instanceof FileSystemException named && named.getFile() != null) {
                where = "for " + named.getFile();
            }
        }
        return isFull
                ? Optional.of(
                        "No space is left %s. Make room, then run the same command again: it goes on.".formatted(where))
                : Optional.empty();
    }
}
