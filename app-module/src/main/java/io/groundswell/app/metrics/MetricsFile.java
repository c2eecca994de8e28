package io.groundswell.app.metrics;

import io.groundswell.job.PlatformException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file for node_exporter's textfile collector, one a job: two files must not tell of one thing. */
record MetricsFile(Path path) {

    /** @param named as the setting names it, with the ending {@code .prom} */
    static MetricsFile of(String named, String job) {
        return new MetricsFile(Path.of(named.replaceFirst("\\.prom$", "-" + job + ".prom")));
    }

    /**
     * Replaces the file: who reads it sees the old text or the new one, whole.
     *
     * @throws PlatformException if it can't be written
     */
    void write(String text) {
        Path part = path.resolveSibling(path.getFileName() + ".part"); // the collector reads only what ends in .prom
        try {
            Files.writeString(part, text);
            Files.move(part, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw PlatformException.usage(
                    "Cannot write the metrics file %s: %s. Name a file in a folder that is there and may be written (metrics.file)."
                            .formatted(path, e),
                    e);
        }
    }
}
