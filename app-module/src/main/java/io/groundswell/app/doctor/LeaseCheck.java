package io.groundswell.app.doctor;

import io.groundswell.job.Lease;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which leases are held; one that a killed run left is held by nobody, and harmless. */
record LeaseCheck() implements Check {
    private static final String END = ".lock";

    @Override
    public String name() {
        return "leases";
    }

    @Override
    public List<Finding> examine(Patient patient) {
        Optional<Path> folder = patient.lake().localRoot().map(root -> root.resolve("_leases"));
        if (folder.isEmpty()) {
            return List.of(Finding.warning(
                    "The lake %s has no leases.".formatted(patient.lake().root()),
                    "Files are locked on a local disk alone, so two runs of a job may overlap here.",
                    "See to it that a job's runs don't overlap, as deploy/schedule.sh does on one machine."));
        }
        List<String> held = held(folder.get());
        return List.of(Finding.ok(
                held.isEmpty()
                        ? "No job is running; what killed runs left of leases is harmless"
                        : "Running now: " + String.join(", ", held)));
    }

    private static List<String> held(Path folder) {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<String> held = new ArrayList<>();
            for (Path file : files.filter(LeaseCheck::isOfJob).sorted().toList()) {
                if (isHeld(file)) {
                    held.add(file.getFileName().toString().replace(END, ""));
                }
            }
            return held;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look at the leases in " + folder, e);
        }
    }

    private static boolean isOfJob(Path file) {
        return file.toString().endsWith(END) && !file.toString().endsWith(Lease.OF_BATCH + END);
    }

    /** A lock shared with other readers, and given back at once: only a job that starts in that moment would notice. */
    private static boolean isHeld(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true)) {
            return lock == null;
        } catch (java.nio.channels.OverlappingFileLockException e) {
            return true; // this process holds it
        }
    }
}
