package io.groundswell.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.app.Main;
import io.groundswell.testing.SparkTest;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A run that goes on, seen from outside. */
@ExtendWith(SparkTest.class)
class TelemetryIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    @Test
    void tellsOfARunWhileItGoesOnAndAtItsEnd(SparkSession spark)
            throws IOException, InterruptedException, TimeoutException {
        String frame =
                "{\"data\":{\"id\":\"%d\",\"author_id\":\"7\",\"created_at\":\"2026-03-01T12:00:0%d.000Z\",\"text\":\"secret\"}}";
        Path spool = Files.createDirectory(folder.resolve("spool"));
        Files.writeString(
                spool.resolve("000000000001.ndjson"),
                line(frame.formatted(1, 0)) + line(frame.formatted(2, 1)) + line("{\"data\":") + line("nothing"));
        int port = freePort();
        CompletableFuture<Integer> run = CompletableFuture.supplyAsync(() -> Main.execute(
                "ingest",
                "--spool",
                spool.toString(),
                "--trigger",
                "1s",
                "--lake",
                folder.resolve("lake").toString(),
                "--metrics-port",
                Integer.toString(port),
                "--set",
                "metrics.file=" + folder.resolve("groundswell.prom")));

        String received = "groundswell_received_timestamp_seconds\\{job=\"ingest\",source=\"x\"\\}";
        await(port, received, 1_772_366_405);
        // Once more: an answer that is made beside a change may have half of it.
        String seen = await(port, received, 1_772_366_405);

        assertThat(value(seen, "groundswell_job_up\\{job=\"ingest\"\\}")).isEqualTo(1);
        assertThat(value(seen, "groundswell_rows_read_total\\{.*\\}")).isEqualTo(4);
        assertThat(value(seen, "groundswell_rejected_frames_total\\{job=\"ingest\",reason=\"malformed-json\"\\}"))
                .isEqualTo(2);
        assertThat(value(seen, "groundswell_rows_written_total\\{job=\"ingest\",table=\"silver.post_changes\"\\}"))
                .isEqualTo(2);
        assertThat(value(seen, "groundswell_received_lag_seconds\\{.*\\}")).isPositive();
        assertThat(value(seen, "groundswell_backlog_bytes\\{.*\\}")).isZero();
        assertThat(value(seen, "groundswell_batch_seconds_count\\{.*\\}")).isEqualTo(1);
        assertThat(value(seen, "groundswell_open_gaps\\{.*\\}")).isZero();
        assertThat(value(seen, "groundswell_jvm_threads")).isPositive();
        assertThat(seen).doesNotContain("secret");

        for (StreamingQuery query : spark.streams().active()) {
            query.stop();
        }
        assertThat(run.join()).isZero();
        String file = Files.readString(folder.resolve("groundswell-ingest.prom"));
        assertThat(value(file, "groundswell_job_up\\{job=\"ingest\"\\}")).isZero();
        assertThat(value(file, "groundswell_runs_total\\{job=\"ingest\",status=\"done\"\\}"))
                .isEqualTo(1);
        assertThat(value(file, "groundswell_rows_written_total\\{job=\"ingest\",table=\"bronze.raw_posts\"\\}"))
                .isEqualTo(4);
        assertThat(file).doesNotContain("groundswell_jvm");
    }

    /** Returns a line of a spool, received five seconds past noon. */
    private static String line(String frame) throws IOException {
        return "{\"received_at\":1772366405000000,\"source\":\"x\",\"format\":\"x\",\"payload\":%s}\n"
                .formatted(new ObjectMapper().writeValueAsString(frame));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Asks until a metric has a value. */
    private static String await(int port, String metric, double wanted) throws InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics"))
                .build();
        long end = System.nanoTime() + PATIENCE.toNanos();
        String seen = "";
        while (System.nanoTime() < end && value(seen, metric) != wanted) {
            try {
                seen = client.send(request, HttpResponse.BodyHandlers.ofString())
                        .body();
            } catch (IOException e) {
                seen = ""; // not open yet
            }
        }
        return seen;
    }

    /** Returns a metric's value; −1 where it is not told. */
    private static double value(String text, String metric) {
        Matcher line = Pattern.compile("(?m)^" + metric + " (\\S+)$").matcher(text);
        return line.find() ? Double.parseDouble(line.group(1)) : -1;
    }
}
