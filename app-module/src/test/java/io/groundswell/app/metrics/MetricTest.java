package io.groundswell.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the list of metrics against what is exposed, documented, drawn and alerted on. */
class MetricTest {
    private static final Path ROOT = Path.of("..");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Pattern NAME = Pattern.compile("groundswell_[a-z0-9_]+");
    private static final Pattern TYPE = Pattern.compile("(?m)^# TYPE (\\S+) (\\S+)$");

    private final PrometheusMeterRegistry registry = Telemetry.registry();
    private final JobMeters meters =
            new JobMeters("ingest", registry, Clock.fixed(NOON.plusSeconds(90), ZoneOffset.UTC));

    private static Set<String> names() {
        return Arrays.stream(Metric.values()).map(Metric::exposed).collect(Collectors.toCollection(TreeSet::new));
    }

    private static BatchFigures batch(long rows) {
        return new BatchFigures(
                "x-1", 7, NOON, rows, 50, Duration.ofMillis(1500), 11, 22, OptionalLong.of(33), OptionalLong.of(44));
    }

    @Test
    void exposesEachMetricUnderItsNameAndKind() {
        for (Metric metric : Metric.values()) {
            String[] labels = metric.labels().stream().skip(1).toArray(String[]::new);
            if (metric.name().startsWith("JVM_")) {
                continue; // bound below
            }
            switch (metric.kind()) {
                case GAUGE -> meters.set(metric, 1, labels);
                case COUNTER -> meters.add(metric, 1, labels);
                case HISTOGRAM -> meters.time(metric, Duration.ofSeconds(1), labels);
            }
        }
        new JvmMeters().bindTo(registry);

        Set<String> exposed = new TreeSet<>();
        Matcher type = TYPE.matcher(registry.scrape());
        while (type.find()) {
            if (!type.group(1).endsWith("_seconds_max")) { // a histogram's
                exposed.add(type.group(1) + " " + type.group(2));
            }
        }
        assertThat(exposed)
                .isEqualTo(Arrays.stream(Metric.values())
                        .map(metric ->
                                metric.exposed() + " " + metric.kind().name().toLowerCase(java.util.Locale.ROOT))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void documentsEachMetric() throws IOException {
        List<String> rows = Files.readAllLines(ROOT.resolve("docs/metrics.md")).stream()
                .filter(line -> line.startsWith("| `groundswell_"))
                .toList();

        assertThat(rows)
                .containsExactlyElementsOf(Arrays.stream(Metric.values())
                        .map(metric -> "| `%s` | %s | %s | %s | %s |"
                                .formatted(
                                        metric.exposed(),
                                        metric.kind().name().toLowerCase(java.util.Locale.ROOT),
                                        metric.unit(),
                                        String.join(", ", metric.labels()),
                                        metric.help()))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"deploy/prometheus/alerts.yml", "deploy/grafana/groundswell.json"})
    void drawsAndAlertsOnMetricsThatThereAre(String file) throws IOException {
        Set<String> used = new TreeSet<>();
        Matcher name = NAME.matcher(Files.readString(ROOT.resolve(file)));
        while (name.find()) {
            used.add(name.group().replaceFirst("_seconds_(bucket|count|sum|max)$", "_seconds"));
        }

        assertThat(used).hasSizeGreaterThan(10).isSubsetOf(names());
    }

    @Test
    void drawsEveryMetric() throws IOException {
        String dashboard = new ObjectMapper()
                .readTree(ROOT.resolve("deploy/grafana/groundswell.json").toFile())
                .get("panels")
                .toString();

        assertThat(names())
                .allSatisfy(name -> assertThat(dashboard).containsPattern(name + "(_bucket|_count)?[^a-z0-9_]"));
    }

    @Test
    void tellsOfABatch() {
        batch(100).tell(meters);
        batch(0).tell(meters); // Spark's word that there was nothing to do

        String labels = "{job=\"ingest\",query=\"x-1\"}";
        assertThat(registry.scrape().lines())
                .contains(
                        "groundswell_rows_read_total" + labels + " 100.0",
                        "groundswell_batch_seconds_count" + labels + " 1",
                        "groundswell_batch_seconds_sum" + labels + " 1.5",
                        "groundswell_batch_seconds_bucket{job=\"ingest\",query=\"x-1\",le=\"1.0\"} 0",
                        "groundswell_batch_seconds_bucket{job=\"ingest\",query=\"x-1\",le=\"2.0\"} 1",
                        "groundswell_last_batch_id" + labels + " 7.0",
                        "groundswell_state_rows" + labels + " 11.0",
                        "groundswell_state_bytes" + labels + " 22.0",
                        "groundswell_backlog_bytes" + labels + " 33.0",
                        "groundswell_backlog_records" + labels + " 44.0");
    }

    @Test
    void countsAnAgeWhenItIsAskedFor() {
        meters.setMoment(Metric.RECEIVED_TIME, Metric.RECEIVED_LAG, NOON, "x");

        assertThat(registry.scrape().lines())
                .contains("groundswell_received_lag_seconds{job=\"ingest\",source=\"x\"} 90.0");
    }

    @Test
    void boundsTheValuesOfALabel() {
        for (int i = 0; i < 1000; i++) {
            meters.add(Metric.REJECTED, 1, "reason " + i);
        }

        assertThat(registry.scrape().lines().filter(line -> line.startsWith("groundswell_rejected_frames_total{")))
                .hasSize(JobMeters.MAX_VALUES + 1)
                .contains("groundswell_rejected_frames_total{job=\"ingest\",reason=\"other\"} 980.0");
    }
}
