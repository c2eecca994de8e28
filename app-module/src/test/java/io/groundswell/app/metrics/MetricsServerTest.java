package io.groundswell.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groundswell.job.PlatformException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsServerTest {
    private final HttpClient client = HttpClient.newHttpClient();

    private HttpResponse<String> ask(MetricsServer server, String method, String path)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void answersForItsPathAlone() throws IOException, InterruptedException {
        try (MetricsServer server = MetricsServer.open("127.0.0.1", 0, () -> "up 1\n")) {
            HttpResponse<String> found = ask(server, "GET", "/metrics");
            assertThat(found.statusCode()).isEqualTo(200);
            assertThat(found.body()).isEqualTo("up 1\n");
            assertThat(found.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain; version=0.0.4"));
            assertThat(ask(server, "HEAD", "/metrics").statusCode()).isEqualTo(200);
            assertThat(ask(server, "POST", "/metrics").statusCode()).isEqualTo(405);
            assertThat(ask(server, "GET", "/metrics/../secret").statusCode()).isEqualTo(404);
            assertThat(ask(server, "GET", "/").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void refusesAnAddressThatOthersReachUnlessTold() {
        assertThatThrownBy(() -> MetricsServer.requireTrusted("0.0.0.0", false))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("metrics.open-to-network");
        MetricsServer.requireTrusted("0.0.0.0", true);
    }

    @Test
    void saysThatAPortIsTaken() {
        try (MetricsServer first = MetricsServer.open("127.0.0.1", 0, () -> "")) {
            assertThatThrownBy(() -> MetricsServer.open("127.0.0.1", first.port(), () -> ""))
                    .isInstanceOf(PlatformException.class)
                    .hasMessageContaining("--metrics-port");
        }
    }

    @Test
    void replacesTheFileOfAJob(@TempDir Path folder) throws IOException {
        MetricsFile file = MetricsFile.of(folder.resolve("g.prom").toString(), "ingest");
        file.write("old");
        file.write("new\n");

        assertThat(Files.readString(folder.resolve("g-ingest.prom"))).isEqualTo("new\n");
        assertThat(folder.toFile().list()).containsExactly("g-ingest.prom");
        assertThatThrownBy(
                        () -> MetricsFile.of(folder + "/none/g.prom", "ingest").write(""))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("metrics.file");
    }

    @Test
    void refusesSettingsThatCannotBe() {
        assertThat(MetricsSettings.DEFAULT.isServed()).isFalse();
        assertThatThrownBy(() -> new MetricsSettings(70_000, "127.0.0.1", false, Optional.empty()))
                .hasMessageContaining("metrics.port");
        assertThatThrownBy(() -> new MetricsSettings(0, " ", false, Optional.empty()))
                .hasMessageContaining("metrics.address");
        assertThatThrownBy(() -> new MetricsSettings(0, "127.0.0.1", false, Optional.of("g.txt")))
                .hasMessageContaining("metrics.file");
    }
}
