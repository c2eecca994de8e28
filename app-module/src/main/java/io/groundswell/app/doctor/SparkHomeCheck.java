package io.groundswell.app.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether the Spark that {@code SPARK_HOME} names is one that runs this. */
record SparkHomeCheck() implements Check {
    private static final Pattern CORE = Pattern.compile("spark-core_2\\.13-(\\d+\\.\\d+)\\..*jar");
    private static final String WANTED = "4.1";
    private static final String CURE =
            "Name a distribution of Spark 4.1 for Scala 2.13, or unset SPARK_HOME to run on this machine alone.";

    @Override
    public String name() {
        return "spark-home";
    }

    @Override
    public Place place() {
        return Place.SETTINGS;
    }

    @Override
    public List<Finding> examine(Patient patient) {
        String home = patient.environment().getOrDefault("SPARK_HOME", "");
        if (home.isEmpty()) {
            return List.of(Finding.ok("SPARK_HOME is not set: jobs run on this machine alone"));
        }
        if (!Files.isExecutable(Path.of(home, "bin", "spark-submit"))) {
            return List.of(Finding.error(
                    "SPARK_HOME is %s, which has no bin/spark-submit.".formatted(home),
                    "The launcher hands jobs to it.",
                    CURE));
        }
        Optional<String> version = version(Path.of(home, "jars"));
        if (!version.equals(Optional.of(WANTED))) {
            return List.of(Finding.error(
                    "SPARK_HOME is %s, which holds %s."
                            .formatted(home, version.map(v -> "Spark " + v).orElse("no spark-core for Scala 2.13")),
                    "The jobs and their Delta are made for Spark " + WANTED + ".",
                    CURE));
        }
        return List.of(Finding.ok("SPARK_HOME holds Spark " + WANTED));
    }

    private static Optional<String> version(Path jars) {
        if (!Files.isDirectory(jars)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(jars)) {
            return files.map(file -> CORE.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .map(core -> core.group(1))
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look into " + jars, e);
        }
    }
}
