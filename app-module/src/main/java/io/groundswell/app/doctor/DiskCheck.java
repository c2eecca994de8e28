package io.groundswell.app.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Whether the disk of a local lake has room, and may be written. */
record DiskCheck() implements Check {
    private static final long SCARCE = 2L << 30;
    private static final long TOO_LITTLE = 256L << 20;

    @Override
    public String name() {
        return "disk";
    }

    @Override
    public Place place() {
        return Place.MACHINE;
    }

    @Override
    public List<Finding> examine(Patient patient) {
        Optional<Path> root = patient.lake().localRoot();
        if (root.isEmpty()) {
            return List.of(Finding.ok("The lake lies on no disk of this machine"));
        }
        Path folder = root.get();
        while (!Files.exists(folder)) {
            folder = folder.getParent();
        }
        try {
            return findings(
                    folder, Files.isWritable(folder), Files.getFileStore(folder).getUsableSpace());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look at the disk of " + folder, e);
        }
    }

    static List<Finding> findings(Path folder, boolean isWritable, long free) {
        if (!isWritable) {
            return List.of(Finding.error(
                    "The folder %s may not be written.".formatted(folder),
                    "No job can write a table below it.",
                    "Give this user the right to write it, or name another lake with --lake."));
        }
        if (free < SCARCE) {
            return List.of(new Finding(
                    free < TOO_LITTLE ? Finding.Severity.ERROR : Finding.Severity.WARNING,
                    "The disk of %s has %,d MB left.".formatted(folder, free >> 20),
                    "A job that finds the disk full fails; what it had committed stays whole.",
                    "Free some space, or move the lake to a larger disk."));
        }
        return List.of(Finding.ok("%.1f GB free on the lake's disk".formatted(free / 1e9)));
    }
}
