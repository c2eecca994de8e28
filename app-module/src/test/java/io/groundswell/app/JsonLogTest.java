package io.groundswell.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** A process of its own, since a JVM has one configuration of its log. */
class JsonLogTest {
    @TempDir
    private Path folder;

    /** What the process runs. */
    static final class Logging {
        private Logging() {}

        public static void main(String[] args) {
            LoggerFactory.getLogger(Logging.class).info("plain \"words\"\nof two lines");
            MDC.put("run", "r-1");
            MDC.put("batch", "7");
            LoggerFactory.getLogger(Logging.class).warn("with a failure", new IllegalStateException("why"));
        }
    }

    @Test
    void writesALineOfJsonForEachEvent() throws IOException, InterruptedException {
        Path log = folder.resolve("json.log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Dgroundswell.log=" + log,
                        "-Dlog4j2.configurationFile=classpath:log4j2-json.properties",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Logging.class.getName())
                .redirectErrorStream(true)
                .start();
        assertThat(new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                .isEmpty();
        assertThat(process.waitFor()).isZero();

        List<String> lines = Files.readAllLines(log);
        assertThat(lines).hasSize(2);
        JsonNode plain = new ObjectMapper().readTree(lines.get(0));
        assertThat(plain.get("message").asText()).isEqualTo("plain \"words\"\nof two lines");
        assertThat(plain.get("time").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(plain.get("level").asText()).isEqualTo("INFO");
        assertThat(plain.hasNonNull("run")).isFalse();
        JsonNode failed = new ObjectMapper().readTree(lines.get(1));
        assertThat(failed.get("run").asText()).isEqualTo("r-1");
        assertThat(failed.get("batch").asText()).isEqualTo("7");
        assertThat(failed.get("error").asText()).isEqualTo("java.lang.IllegalStateException");
        assertThat(failed.get("stack").asText()).contains("why").contains("\n");
    }
}
