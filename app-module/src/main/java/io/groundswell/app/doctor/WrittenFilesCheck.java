package io.groundswell.app.doctor;

import io.groundswell.session.FileSum;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether the files of a lake on this machine's disk are what was written, by the checksums that are kept on them. What a
 * reader would refuse is found; of long Parquet files the rest only where every byte is looked at.
 */
record WrittenFilesCheck() implements Check {
    /** More than this are one accident, and are counted. */
    private static final int NAMED = 50;

    @Override
    public String name() {
        return "checksums";
    }

    @Override
    public List<Finding> examine(Patient patient) {
        Optional<Path> root = patient.lake().localRoot();
        if (root.isEmpty() || !Files.isDirectory(root.get())) {
            return List.of(
                    Finding.ok("The files lie on no disk of this machine: their storage keeps checksums of its own"));
        }
        List<Path> files = files(root.get());
        long kept = 0;
        List<String> broken = new ArrayList<>();
        for (Path file : files) {
            kept += FileSum.kept(file).isPresent() ? 1 : 0;
            if (!isAsWritten(file, patient.isDeep())) {
                broken.add(root.get().relativize(file).toString());
            }
        }
        if (broken.isEmpty()) {
            return List.of(Finding.ok(
                    "%,d files are what was written; %,d have no checksum".formatted(kept, files.size() - kept)));
        }
        List<Finding> found = new ArrayList<>();
        broken.stream()
                .limit(NAMED)
                .map(file -> BrokenFile.of(file).finding(patient))
                .forEach(found::add);
        if (broken.size() > NAMED) {
            found.add(Finding.error(
                    "%,d more files are not what was written.".formatted(broken.size() - NAMED),
                    "So many are no accident of a single block.",
                    "Look at the disk, and restore the lake from a backup."));
        }
        return found;
    }

    private static List<Path> files(Path root) {
        Found found = new Found(new ArrayList<>());
        try {
            Files.walkFileTree(root, found);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + root, e);
        }
        return found.files().stream().sorted().toList();
    }

    /** Notes files; one that a job takes away beside it is none. */
    record Found(List<Path> files) implements FileVisitor<Path> {
        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (Files.isRegularFile(file)) {
                files.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (failure instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
            return failure == null ? FileVisitResult.CONTINUE : visitFileFailed(folder, failure);
        }
    }

    private static boolean isAsWritten(Path file, boolean isDeep) {
        try {
            return isDeep ? FileSum.isAsWritten(file) : FileSum.seemsAsWritten(file);
        } catch (NoSuchFileException e) {
            return true; // a job has just taken it away
        } catch (IOException e) {
            return false; // the disk can't read it
        }
    }
}
