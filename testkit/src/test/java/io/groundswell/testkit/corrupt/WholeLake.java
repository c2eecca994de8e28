package io.groundswell.testkit.corrupt;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.app.Main;
import io.groundswell.job.PlatformException;
import io.groundswell.table.Catalogue;
import io.groundswell.table.Lake;
import io.groundswell.table.TableSpec;
import io.groundswell.upkeep.LogCheckpoint;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;

/**
 * A small lake that every job has written, and the same one step later: simulated posts lie in a spool, of which the first
 * has landed a part, the second all, which its other jobs have not seen yet.
 */
record WholeLake(Path folder) {
    private static final String SEGMENT = "000000000001.ndjson";
    private static final String POSTS = "600";
    private static final List<String> JOBS = List.of("settle-posts", "detect-trends", "score-posts");
    /** So few posts have trends only for a detector that alarms easily. */
    private static final List<String> SETTINGS = Stream.of(
                    "ingest.max-bytes-per-batch=90000",
                    "topics.k=4",
                    "trends.widths=5m",
                    "trends.min-evidence=2.5",
                    "trends.min-authors=4",
                    "trends.max-top-author-share=0.5",
                    "trends.min-texts=2",
                    "trends.min-lift=3",
                    "trends.min-exposure=0")
            .flatMap(setting -> Stream.of("--set", setting))
            .toList();

    /** Lands, settles, detects, fits and scores. */
    static WholeLake make(Path folder, SparkSession spark) throws IOException {
        WholeLake made = new WholeLake(folder);
        Path simulated = folder.resolve("simulated");
        String truth = folder.resolve("truth").toString();
        assertThat(Main.execute(
                        "simulate", "--posts", POSTS, "--seed", "3", "--spool", simulated.toString(), "--truth", truth))
                .isZero();
        List<String> lines = Files.readAllLines(simulated.resolve(SEGMENT));
        made.land(lines, 0, 0.4);
        made.runAll(made.first(), "ingest", "settle-posts");
        for (TableSpec spec : List.of(Catalogue.RAW_POSTS, Catalogue.POST_CHANGES, Catalogue.POSTS)) {
            new LogCheckpoint(1).write(new Lake(made.first().toString()).table(spec), spark);
        }
        made.land(lines, 0.4, 0.7);
        made.runAll(made.first(), "ingest", "settle-posts", "detect-trends", "fit-topics", "score-posts");
        made.land(lines, 0.7, 1);
        copy(made.first(), made.second(), true);
        made.runAll(made.second(), "ingest");
        copy(made.second(), made.third(), true);
        made.runAll(made.third(), JOBS.toArray(String[]::new));
        return made;
    }

    /** The lake before the last frames land. */
    Path first() {
        return folder.resolve("first");
    }

    /** The lake once they have landed. */
    Path second() {
        return folder.resolve("second");
    }

    /** The lake once the other jobs have seen them. */
    Path third() {
        return folder.resolve("third");
    }

    private void land(List<String> lines, double from, double to) throws IOException {
        Path segment = folder.resolve("spool").resolve(SEGMENT);
        Files.createDirectories(segment.getParent());
        List<String> some = lines.subList((int) (from * lines.size()), (int) (to * lines.size()));
        Files.writeString(
                segment, String.join("\n", some) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private void runAll(Path lake, String... jobs) {
        for (String job : jobs) {
            assertThat(run(job, lake).code()).as(job).isZero();
        }
    }

    /**
     * What a job that has ended said.
     *
     * @param told to the user
     */
    record Ran(int code, String told) {
        /** Whether it says what is broken: a fault of the program's own is no refusal. */
        boolean isRefused() {
            return code == PlatformException.usage("").exitCode() || told.contains("doctor");
        }
    }

    /** Runs a job to its end. */
    Ran run(String job, Path lake) {
        Stream<String> input = job.equals("ingest")
                ? Stream.of("--spool", folder.resolve("spool").toString())
                : Stream.empty();
        String[] command = Stream.of(Stream.of(job, "--lake", lake.toString(), "--json"), input, SETTINGS.stream())
                .flatMap(part -> part)
                .toArray(String[]::new);
        PrintStream standard = System.out;
        PrintStream errors = System.err;
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        System.setOut(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(told, true, StandardCharsets.UTF_8));
        try {
            int code = Main.execute(command);
            return new Ran(code, told.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(standard);
            System.setErr(errors);
            errors.print(told.toString(StandardCharsets.UTF_8));
        }
    }

    /** Copies a lake, with the checksums that are kept on its files or without, as to a disk that knows no attributes. */
    static void copy(Path from, Path to, boolean withAttributes) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else if (withAttributes) {
                    Files.copy(path, target, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
                } else {
                    Files.copy(path, target);
                }
            }
        }
    }
}
