package io.groundswell.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What is said of a failure while the process goes down, as after SIGTERM: Spark stops under the job, which then fails. */
class StoppingTest {

    @Test
    void aJobThatFailsSinceTheProcessStopsIsToldAsStopped() throws IOException, InterruptedException {
        assertThat(told("stopping")).contains("groundswell: stopped").doesNotContain("should not have happened");
        assertThat(told("running")).contains("should not have happened").doesNotContain("groundswell: stopped");
    }

    private static String told(String when) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Failing.class.getName(),
                        when)
                .redirectErrorStream(true)
                .start();
        String told = new String(process.getInputStream().readAllBytes(), UTF_8);
        process.waitFor();
        return told;
    }

    /** A process whose work fails while it runs, or while it stops. */
    static final class Failing {
        private Failing() {}

        public static void main(String[] arguments) {
            Runnable work = () -> Main.exitCode(new IllegalStateException("Spark is gone"));
            if (arguments[0].equals("running")) {
                work.run();
            } else {
                Runtime.getRuntime().addShutdownHook(new Thread(work));
            }
        }
    }
}
