package io.groundswell.testkit.corrupt;

import io.groundswell.app.doctor.Doctor;
import io.groundswell.app.doctor.Patient;
import io.groundswell.table.Catalogue;
import io.groundswell.table.Lake;
import io.groundswell.table.TableSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/**
 * A copy of a lake in which one file is broken.
 *
 * @param file its path below the root
 */
record BrokenLake(Path root, FileClass kind, String file, Mutation mutation) {

    /** Returns a file of a class below a lake, half of the time the newest of a folder; empty where there is none. */
    static Optional<String> choose(Path root, FileClass kind, Random random) throws IOException {
        List<String> files = files(root, kind);
        if (files.isEmpty()) {
            return Optional.empty();
        }
        String any = files.get(random.nextInt(files.size()));
        String folder = any.substring(0, any.lastIndexOf('/') + 1);
        return random.nextBoolean()
                ? Optional.of(any)
                : files.stream()
                        .filter(file -> file.startsWith(folder) && file.indexOf('/', folder.length()) < 0)
                        .max(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
    }

    /** Breaks a file. */
    static BrokenLake of(Path root, FileClass kind, String file, Mutation mutation, Random random) throws IOException {
        List<String> files = files(root, kind);
        mutation.apply(root.resolve(file), root.resolve(files.get(random.nextInt(files.size()))), random);
        return new BrokenLake(root, kind, file, mutation);
    }

    private static List<String> files(Path root, FileClass kind) throws IOException {
        try (Stream<Path> found = Files.walk(root)) {
            // An empty one, such as a model's _SUCCESS, can't be broken by a bit.
            return found.filter(
                            file -> Files.isRegularFile(file) && file.toFile().length() > 0)
                    .map(file -> root.relativize(file).toString())
                    .filter(kind::has)
                    .sorted()
                    .toList();
        }
    }

    Lake lake() {
        return new Lake(root.toString());
    }

    Optional<TableSpec> table() {
        return Catalogue.all().stream()
                .filter(spec -> file.startsWith(spec.folder() + "/"))
                .findFirst();
    }

    /** Whether the doctor names the file, in what is not well. */
    boolean isNamedByTheDoctor(boolean isDeep) {
        Patient patient = Patient.of(lake(), Map.of(), List.of(), Instant.now());
        Map<String, Object> told =
                Doctor.examine(isDeep ? patient.deeply() : patient).document(root.toString());
        return ((List<?>) told.get("findings"))
                .stream().map(Map.class::cast).anyMatch(finding -> isNamedIn((Map<?, ?>) finding));
    }

    private boolean isNamedIn(Map<?, ?> finding) {
        if (finding.get("severity").equals("ok")) {
            return false;
        }
        String what = finding.get("what") + " " + finding.get("cure");
        String name = file.substring(file.lastIndexOf('/') + 1);
        return switch (kind) {
            case OFFSETS, COMMITS -> what.contains(file) || what.contains(inFolder(name) + ofCheckpoint());
            // The doctor can't tell which of a seal and what it is of is broken.
            case SEAL ->
                what.contains(file)
                        || (what.contains(ofCheckpoint())
                                && Stream.of("seals/", "offsets/", "metadata").anyMatch(what::startsWith));
            // The registry knows the digest of a version's files, not of each.
            case MODEL ->
                what.contains(file)
                        || what.contains(
                                String.join("/", List.of(file.split("/", 4)).subList(0, 3)));
            case LOG_CHECKPOINT -> what.contains(name) || what.contains("checkpoint of");
            default -> what.contains(name);
        };
    }

    private String inFolder(String name) {
        return kind.name().toLowerCase(Locale.ROOT) + "/" + name;
    }

    /** Returns how the doctor speaks of the checkpoint that the file is of. */
    private String ofCheckpoint() {
        String[] parts = file.split("/", 4);
        return " of the checkpoint of '%s' (%s)".formatted(parts[1], parts[2]);
    }
}
