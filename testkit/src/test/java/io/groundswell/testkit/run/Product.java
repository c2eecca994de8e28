package io.groundswell.testkit.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The product as its launcher starts it, in processes of its own, on one lake and one spool.
 *
 * @param folder holds the ledger, the spool and the lake
 * @param log of what the processes say
 * @param options of each job's command line, on top of those that it needs
 * @param isFaulty whether the jobs have the tests' classes on their class path, such as a plugin that lets them fail
 */
record Product(Path folder, Path log, List<String> options, boolean isFaulty) {
    static final String AVAILABLE_NOW = "available-now";
    /** Rare enough that whoever starts beside such a job is not held up by batches of nothing. */
    static final String GOING_ON = "3s";

    private static final long PATIENCE_MINUTES = 15;
    private static final int LAST_LINES = 120;
    private static final Path BUILT = Path.of("../app-module/target");
    /** A folder: with it classes can't be shared. */
    private static final Path TESTS = Path.of("target/test-classes").toAbsolutePath();

    private static final String NO_OPTION = "-Xshare:auto";

    Product(Path folder) {
        this(folder, folder.resolve("product.log"), List.of(), false);
    }

    Path lake() {
        return folder.resolve("lake");
    }

    /** Returns the file that tells which failpoints fired. */
    Path fired() {
        return folder.resolve("fired");
    }

    /** Returns how many failpoints have fired so far. */
    long firings() throws IOException {
        return Files.exists(fired()) ? Files.readAllLines(fired()).size() : 0;
    }

    /** Starts a job that goes on, armed with nothing. */
    Process start(Worker worker) throws IOException {
        return start(worker, GOING_ON, "");
    }

    /** Starts a job, armed with failpoints; none where {@code armed} is empty. */
    Process start(Worker worker, String trigger, String armed) throws IOException {
        return start(
                worker, trigger, armed, Files.exists(classes()) ? "-XX:SharedArchiveFile=" + classes() : NO_OPTION);
    }

    private Process start(Worker worker, String trigger, String armed, String option) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + BUILT.resolve("jvm.args"),
                "-Xmx1g",
                "-Xss4m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:ReservedCodeCacheSize=240m", // the quick compiler alone gets 48, which a job fills
                option,
                "-Dgroundswell.log=" + log.resolveSibling("groundswell.log"),
                "-Dgroundswell.failpoints=" + armed,
                "-Dgroundswell.failpoints.fired=" + fired(),
                "-cp",
                BUILT.resolve("groundswell.jar") + ":" + Files.readString(BUILT.resolve("groundswell.classpath"))
                        + (isFaulty ? ":" + TESTS : ""),
                "io.groundswell.app.Main"));
        command.addAll(worker.line(lake().toString(), folder.resolve("spool").toString(), trigger));
        command.addAll(options);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
    }

    /** Runs a job until all is done, and returns its exit code. */
    int finish(Worker worker) throws IOException, InterruptedException {
        return end(start(worker, AVAILABLE_NOW, ""));
    }

    /** Waits until a job has ended, and returns its exit code. */
    int end(Process process) throws InterruptedException {
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly().waitFor();
            throw new AssertionError("A job does not end; see " + log);
        }
        return process.exitValue();
    }

    /** Returns the end of the log: the folder goes with the test that failed. */
    String lastWords() throws IOException {
        Path said = log.resolveSibling("groundswell.log");
        if (!Files.exists(said)) {
            return "nothing";
        }
        List<String> lines = Files.readAllLines(said);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    }

    /** Writes down the classes that a job loads, as the launcher does, so that those who come after start sooner. */
    void shareClasses(Worker worker) throws IOException, InterruptedException {
        start(worker, AVAILABLE_NOW, "", "-XX:ArchiveClassesAtExit=" + classes())
                .waitFor();
    }

    private Path classes() {
        return log.resolveSibling("classes.jsa");
    }

    /** Returns the newest version of the table by which a job shows that it has got on; −1 where there is none. */
    long version(Worker worker) {
        String[] names =
                lake().resolve(worker.table()).resolve("_delta_log").toFile().list();
        return names == null
                ? -1
                : Arrays.stream(names)
                        .filter(name -> name.matches("\\d{20}\\.json"))
                        .mapToLong(name -> Long.parseLong(name.substring(0, 20)))
                        .max()
                        .orElse(-1);
    }
}
