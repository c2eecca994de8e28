package io.groundswell.app.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.app.lake.KernelTable;
import io.groundswell.table.Catalogue;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Whether what the streaming jobs have read, as their checkpoints say, is in the tables that are there now. */
record CheckpointCheck() implements Check {
    private static final ObjectMapper JSON = new ObjectMapper();

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
                    found.addAll(of(job.getPath().getName(), query.getPath(), fs, patient));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found.isEmpty()
                ? List.of(Finding.ok("%d checkpoints fit the tables that are there".formatted(queries)))
                : found;
    }

    private static List<Finding> of(String job, Path query, FileSystem fs, Patient patient) throws IOException {
        Optional<Path> newest = children(fs, new Path(query, "offsets")).stream()
                .map(FileStatus::getPath)
                .filter(file -> file.getName().matches("\\d{1,18}"))
                .max(Comparator.comparingLong(file -> Long.parseLong(file.getName())));
        if (newest.isEmpty()) {
            return List.of();
        }
        String cure = "Move _checkpoints/%s/%s of the lake aside and run '%s': %s."
                .formatted(
                        job,
                        query.getName(),
                        job,
                        job.equals("publish")
                                ? "it sends all of gold.trends again, under the ids that it has sent before"
                                : "what is done already is not done again");
        List<Finding> found = new ArrayList<>();
        try (InputStream in = fs.open(newest.get())) {
            // Spark writes a version, the batch's metadata and the end of each source, a line each.
            List<String> ends = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(2)
                    .toList();
            if (ends.isEmpty()) {
                found.add(Finding.error(
                        "The checkpoint of '%s' (%s) is cut off at batch %s."
                                .formatted(job, query.getName(), newest.get().getName()),
                        "The job can't tell where it was.",
                        cure));
            }
            for (String end : ends) {
                of(job, JSON.readTree(end), cure, patient).ifPresent(found::add);
            }
        }
        return found;
    }

    private static Optional<Finding> of(String job, JsonNode end, String cure, Patient patient) {
        if (!end.has("reservoirId")) {
            // Files or a topic were read, into bronze.
            LakeTable bronze = patient.table(Catalogue.RAW_POSTS);
            boolean isGone = job.equals("ingest")
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
