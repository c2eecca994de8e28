package io.groundswell.ingest;

import io.groundswell.session.SessionSettings;
import io.groundswell.session.Sessions;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Lands a test's input in a process of its own, which a failpoint can kill. */
final class LandingProcess {
    private LandingProcess() {}

    /** Returns the exit code of a process that lands the input, armed with a failpoint. */
    static int run(Landing landing, String failpoint) throws IOException, InterruptedException {
        return run(
                LandingProcess.class,
                landing.folder(),
                failpoint,
                landing.folder().toString(),
                Long.toString(landing.maxBytes()),
                landing.kind().name());
    }

    /** Returns the exit code of a process of a class; what it says goes into a file of the folder. */
    static int run(Class<?> main, Path folder, String failpoint, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.add("-Dgroundswell.failpoints=" + failpoint);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("process.log").toFile())
                .start()
                .waitFor();
    }

    public static void main(String[] args) {
        SessionSettings settings =
                new SessionSettings("local[2]", Map.of("spark.sql.shuffle.partitions", "2", "spark.log.level", "WARN"));
        new Landing(
                        Sessions.of(settings),
                        Path.of(args[0]),
                        "lake",
                        InputKind.valueOf(args[2]),
                        Long.parseLong(args[1]),
                        Landing.CLOCK)
                .run();
    }
}
