package io.groundswell.ml.topic;

import io.groundswell.session.SessionSettings;
import io.groundswell.session.Sessions;
import io.groundswell.table.Lake;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The fit in a process of its own, which a failpoint may end. */
final class FitTopicsProcess {
    private FitTopicsProcess() {}

    /** Runs the fit with this failpoint armed; returns the exit code. */
    static int run(Lake lake, String failpoint) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.add("-Dgroundswell.failpoints=" + failpoint);
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), FitTopicsProcess.class.getName(), lake.root()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    public static void main(String[] arguments) {
        Lake lake = new Lake(arguments[0]);
        TopicSettings settings = new TopicSettings(TopicAlgorithm.LDA, 4, 2, 600, 50, 1000, 3, 3);
        new FitTopics(lake, settings, JudgementSettings.DEFAULT, Clock.systemUTC())
                .run(Sessions.of(new SessionSettings(
                        "local[2]", Map.of("spark.sql.shuffle.partitions", "2", "spark.log.level", "ERROR"))));
    }
}
