package io.groundswell.ingest.land;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class FrameCostIT {
    @Test
    void noFrameCostsMoreThanFiveMilliseconds() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FrameCosts.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<Cost> costs;
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            costs = lines.lines().map(Cost::parse).toList();
        }

        assertThat(process.waitFor()).isZero();
        assertThat(costs).hasSizeGreaterThan(4_000);
        Cost dearest = costs.stream().max(Comparator.comparing(Cost::nanos)).orElseThrow();
        System.out.printf("dearest of %d frames: %.2f ms, %s%n", costs.size(), dearest.nanos() / 1e6, dearest.frame());
        assertThat(dearest.nanos()).as(dearest.frame()).isLessThanOrEqualTo(FrameCosts.MOST_NANOS);
    }

    private record Cost(long nanos, String frame) {
        static Cost parse(String line) {
            String[] parts = line.split(" ", 2);
            return new Cost(Long.parseLong(parts[0]), parts[1]);
        }
    }
}
