package io.groundswell.ingest;

import io.groundswell.ingest.topic.KafkaSettings;
import io.groundswell.ingest.topic.RecordValues;
import io.groundswell.job.Cadence;
import io.groundswell.session.SessionSettings;
import io.groundswell.session.Sessions;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lands a test's topic as it comes, in a process of its own, which a failpoint kills. */
final class TopicProcess {
    private TopicProcess() {}

    /** Starts a process that lands the topic, armed with a failpoint. */
    static Process start(TopicLanding landing, String failpoint) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.add("-Dgroundswell.failpoints=" + failpoint);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), TopicProcess.class.getName()));
        command.addAll(List.of(landing.folder().toString(), landing.kafka().bootstrapServers(), landing.topic()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        landing.folder().resolve("process.log").toFile()))
                .start();
    }

    public static void main(String[] args) {
        SessionSettings settings =
                new SessionSettings("local[2]", Map.of("spark.sql.shuffle.partitions", "2", "spark.log.level", "WARN"));
        KafkaSettings kafka = new KafkaSettings(args[1], Optional.empty(), RecordValues.FRAMES, 500);
        new TopicLanding(Sessions.of(settings), Path.of(args[0]), "lake", args[2], OnGap.STOP, kafka)
                .run(new PlainTerms(), Cadence.every(Duration.ofMillis(100)));
    }
}
