package io.groundswell.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.model.TermCount;
import io.groundswell.table.Catalogue;
import io.groundswell.table.Lake;
import io.groundswell.table.Rows;
import io.groundswell.table.Table;
import io.groundswell.testing.SparkTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkTest.class)
class CalibrateTrendsCommandIT {
    private static final Instant BEGIN = Instant.parse("2026-03-01T00:00:00Z");

    private final PrintStream standardOut = System.out;
    private final PrintStream standardErr = System.err;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @BeforeEach
    void catchOutput(SparkSession started) {
        System.setOut(new PrintStream(out, true, UTF_8));
        System.setErr(new PrintStream(err, true, UTF_8));
    }

    @AfterEach
    void giveOutputBack() {
        System.setOut(standardOut);
        System.setErr(standardErr);
    }

    /** Lays counts of hours of 100 authors, in which every third has a word of its own by 20. */
    private void count(SparkSession spark, int days) {
        List<Row> rows = new ArrayList<>();
        for (int hour = 0; hour < 24 * days; hour++) {
            rows.add(Rows.of(count(hour, TermCount.TOTAL, "", 100)));
            if (hour % 3 == 0) {
                rows.add(Rows.of(count(hour, "word", "w" + hour, 20)));
            }
        }
        Table table = new Lake(folder.toString()).table(Catalogue.TERM_COUNTS);
        table.createIfAbsent(spark);
        table.append(spark.createDataFrame(rows, table.spec().schema()));
    }

    private static TermCount count(int hour, String kind, String term, long authors) {
        Instant window = BEGIN.plus(Duration.ofHours(hour));
        Instant decided = window.plusSeconds(3610);
        return new TermCount(window, 3600, "all", kind, term, decided, authors, authors, 1, 20, 0.0, null, 0);
    }

    private int calibrate(String... more) {
        Stream<String> always = Stream.of("calibrate-trends", "--lake", folder.toString(), "--set", "trends.widths=1h");
        return Main.execute(Stream.concat(always, Stream.of(more)).toArray(String[]::new));
    }

    @Tag("thorough")
    @Test
    void tellsAProgramAndAPersonWhatItFound(SparkSession spark) throws IOException {
        count(spark, 5);

        assertThat(calibrate("--false-alarms-a-day", "3", "--replays", "6", "--seed", "2", "--json"))
                .as(err.toString(UTF_8))
                .isZero();
        JsonNode document = new ObjectMapper().readTree(out.toString(UTF_8));
        assertThat(document.get("job").asText()).isEqualTo("calibrate-trends");
        JsonNode found = document.get("calibrations").get(0);
        assertThat(found.get("window_width").asInt()).isEqualTo(3600);
        assertThat(found.get("wanted_per_day").asDouble()).isEqualTo(3);
        assertThat(found.get("held_out_replays").asInt()).isEqualTo(3);
        assertThat(found.get("seed").asInt()).isEqualTo(2);
        assertThat(found.get("days").asInt()).isEqualTo(5);
        assertThat(found.get("terms").asInt()).isEqualTo(40);
        assertThat(found.get("threshold").asDouble()).isGreaterThan(3);
        assertThat(found.get("found_per_day").asDouble()).isPositive().isLessThanOrEqualTo(3);
        assertThat(found.get("false_alarms_high").asDouble()).isPositive();

        out.reset();
        assertThat(calibrate("--false-alarms-a-day", "9", "--replays", "6")).isZero();
        assertThat(out.toString(UTF_8)).contains("60 min", "3.00", "9.00", "Decisions from");
        assertThat(new Lake(folder.toString())
                        .table(Catalogue.CALIBRATIONS)
                        .read(spark)
                        .select("wanted_per_day")
                        .collectAsList())
                .extracting(row -> row.getDouble(0))
                .containsExactly(9.0);
    }

    @Test
    void saysWhatIsMissing(SparkSession spark) {
        assertThat(calibrate()).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("There is no table gold.term_counts", "detect-trends");
        err.reset();
        count(spark, 2);
        assertThat(calibrate()).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("at least 3 whole days");
        err.reset();
        assertThat(calibrate("--replays", "7")).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("calibration.replays must be even");
    }
}
