package io.groundswell.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** A Kafka broker of one node in a process of its own, which can be killed and started again where it was. */
final class KafkaBroker implements AutoCloseable {
    private static final String CLUSTER_ID = "Z3JvdW5kc3dlbGwtdGVzdA";
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static KafkaBroker shared;

    private final Path folder;
    private final int port = freePort();
    private Process process;

    private KafkaBroker(Path folder) {
        this.folder = folder;
    }

    /** Returns the broker that the tests of this JVM share, each with topics of its own. */
    static synchronized KafkaBroker shared() {
        if (shared == null) {
            try {
                shared = started(Files.createTempDirectory("kafka"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Runtime.getRuntime().addShutdownHook(new Thread(shared::close));
        }
        return shared;
    }

    /** Starts a broker that keeps its logs in a folder. */
    static KafkaBroker started(Path folder) {
        KafkaBroker broker = new KafkaBroker(folder);
        try {
            Files.writeString(broker.settings(), broker.properties());
            List<String> format =
                    List.of("format", "-t", CLUSTER_ID, "-c", broker.settings().toString());
            if (broker.java("kafka.tools.StorageTool", format).waitFor() != 0) {
                throw new IllegalStateException("The broker's folder can't be formatted: see " + folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        broker.start();
        return broker;
    }

    String address() {
        return "127.0.0.1:" + port;
    }

    Admin admin() {
        return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, address()));
    }

    /** Starts the broker and waits until it answers. */
    void start() {
        process = java("kafka.Kafka", List.of(settings().toString()));
        try (Admin admin = admin()) {
            admin.describeCluster()
                    .nodes()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (Exception e) {
            close();
            throw new IllegalStateException("The broker does not answer: see " + folder, e);
        }
    }

    /** Ends the process as signal 9 does. */
    void kill() {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        kill();
    }

    private Process java(String main, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
        command.addAll(arguments);
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            folder.resolve("broker.log").toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path settings() {
        return folder.resolve("broker.properties");
    }

    private String properties() {
        int controller = freePort();
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                controller.listener.names=CONTROLLER
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
                log.dirs=%3$s
                log.retention.ms=-1
                log.cleaner.dedupe.buffer.size=2097152
                auto.create.topics.enable=false
                message.max.bytes=4000000
                offsets.topic.replication.factor=1
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                """.formatted(port, controller, folder.resolve("logs"));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
