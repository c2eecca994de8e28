package io.groundswell.app.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.app.lake.KernelTable;
import io.groundswell.ingest.LandPosts;
import io.groundswell.table.Catalogue;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Whether what the streaming jobs have read, as their checkpoints say, is in the tables that are there now. */
record CheckpointCheck() implements Check {
    @Override
    public String name() {
        return "checkpoints";
    }

    @Override
    public List<Finding> examine(Patient patient) {
        List<Finding> found = new ArrayList<>();
        Path root = new Path(patient.lake().resolve("_checkpoints"));
        int queries = 0;
        try {
            FileSystem fs = root.getFileSystem(patient.conf());
            for (FileStatus job : children(fs, root)) {
                for (FileStatus query : children(fs, job.getPath())) {
                    queries++;
                    String name = job.getPath().getName();
                    found.addAll(Failures.told(
                            "The checkpoint of '%s' (%s)"
                                    .formatted(name, query.getPath().getName()),
                            StreamCheckpoint.cure(name, query.getPath().getName()),
                            () -> of(name, query.getPath(), patient)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found.isEmpty()
                ? List.of(Finding.ok("%d checkpoints fit the tables that are there".formatted(queries)))
                : found;
    }

    private static List<Finding> of(String job, Path query, Patient patient) {
        StreamCheckpoint checkpoint = new StreamCheckpoint(job, query, patient.conf());
        try {
            List<Finding> found = new ArrayList<>(checkpoint.broken());
            if (found.isEmpty()) {
                for (JsonNode end : checkpoint.ends()) {
                    of(job, end, checkpoint.cure(), patient).ifPresent(found::add);
                }
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Finding> of(String job, JsonNode end, String cure, Patient patient) {
        if (!end.has("reservoirId")) {
            // Files or a topic were read, into bronze.
            LakeTable bronze = patient.table(Catalogue.RAW_POSTS);
            boolean isGone = job.equals(LandPosts.NAME)
                    && bronze.content().isEmpty()
                    && bronze.failure().isEmpty();
            return isGone
                    ? Optional.of(Finding.error(
                            "'ingest' has landed frames, and bronze.raw_posts is gone.",
                            "Frames that it has read are not read again.",
                            "Land them again into another lake: here the rejected ones would be told of twice."))
                    : Optional.empty();
        }
        String id = end.get("reservoirId").asText();
        Optional<LakeTable> source = patient.open().stream()
                .filter(table -> table.content().map(KernelTable::id).equals(Optional.of(id)))
                .findFirst();
        if (source.isEmpty()) {
            // Where a table can't be opened that is told elsewhere, and it may be the one.
            return patient.tables().stream().anyMatch(table -> !table.failure().isEmpty())
                    ? Optional.empty()
                    : Optional.of(Finding.error(
                            "'%s' was reading a table that has gone or been made anew.".formatted(job),
                            "Its checkpoint counts versions of the old one, so the job stops.",
                            cure));
        }
        long next = end.path("reservoirVersion").asLong();
        long version = source.get().content().map(KernelTable::version).orElseThrow();
        return next <= version + 1
                ? Optional.empty()
                : Optional.of(Finding.error(
                        "'%s' has read %s up to version %d, and the table ends at %d."
                                .formatted(job, source.get().name(), next, version),
                        "The table was put back to an older state, and its next rows would be left out.",
                        cure));
    }

    private static List<FileStatus> children(FileSystem fs, Path folder) throws IOException {
        try {
            return Arrays.stream(fs.listStatus(folder))
                    .filter(child -> !child.getPath().getName().startsWith("."))
                    .toList();
        } catch (FileNotFoundException e) {
            return List.of();
        }
    }
}
