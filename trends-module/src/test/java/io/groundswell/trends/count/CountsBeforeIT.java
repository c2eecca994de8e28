package io.groundswell.trends.count;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.model.TermCount;
import io.groundswell.table.Micros;
import io.groundswell.testing.SparkTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Against what the moments of decisions say, one window after another. */
@ExtendWith(SparkTest.class)
class CountsBeforeIT {
    private static final long NOON = Micros.of(Instant.parse("2026-03-10T12:00:00Z"));
    private static final long SECOND = Micros.of(Duration.ofSeconds(1));
    private static final long HOUR = 3_600 * SECOND;
    private static final List<Integer> WIDTHS = List.of(300, 3_600);
    private static final StructType COLUMNS = StructType.fromDDL(
            "window_width INT, window_start TIMESTAMP, scope STRING, kind STRING, term STRING, decided_at TIMESTAMP, posts"
                    + " BIGINT, authors BIGINT");

    /** A window and one of its decisions; the posts say which that was. */
    private record Decided(int width, long window, int k) {
        long moment() {
            return Decisions.moment(k, window, width);
        }

        long posts() {
            return k + 1L;
        }

        Row row() {
            return RowFactory.create(
                    width,
                    Micros.instant(window),
                    TermCount.SCOPE_ALL,
                    "hashtag",
                    "a",
                    Micros.instant(moment()),
                    posts(),
                    1L);
        }
    }

    private static List<Decided> all() {
        List<Decided> all = new ArrayList<>();
        for (int width : WIDTHS) {
            for (long window = NOON - 54 * HOUR; window < NOON + 4 * HOUR; window += Decisions.widthMicros(width)) {
                for (int k = 0; k < Decisions.DELAYS.size(); k++) {
                    all.add(new Decided(width, window, k));
                }
            }
        }
        return all;
    }

    /** What a window said last before it is corrected, where its decision before lies before the interval too. */
    private static Set<String> expected(Interval interval) {
        return all().stream()
                .filter(decided -> decided.k() + 1 < Decisions.DELAYS.size())
                .filter(decided -> decided.moment() <= interval.after())
                .filter(decided -> {
                    long next = new Decided(decided.width(), decided.window(), decided.k() + 1).moment();
                    return next > interval.after() && next <= interval.through();
                })
                .map(decided -> decided.width() + " " + decided.window() + " " + decided.posts())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void isTheLastWordBeforeOfEachWindowThatIsCorrected(SparkSession spark) {
        Dataset<Row> counts =
                spark.createDataFrame(all().stream().map(Decided::row).toList(), COLUMNS);
        Windows windows = new Windows(WIDTHS, List.of(TermCount.SCOPE_ALL));
        for (Interval interval : List.of(
                new Interval(NOON - 290 * SECOND, NOON),
                new Interval(NOON, NOON + 10 * SECOND),
                new Interval(NOON - 301 * SECOND, NOON + 2 * HOUR),
                new Interval(NOON - 49 * HOUR, NOON + HOUR),
                new Interval(Interval.NOTHING_DECIDED, NOON))) {
            Set<String> found = counts.transform(new CountsBefore(windows, interval)::apply).collectAsList().stream()
                    .map(row -> row.getAs("width") + " " + row.getAs("window") + " " + row.getAs("posts_before"))
                    .collect(Collectors.toCollection(TreeSet::new));

            assertThat(found).as("%s", interval).isEqualTo(expected(interval));
        }
        assertThat(expected(new Interval(NOON - 290 * SECOND, NOON))).hasSizeGreaterThan(3);
    }
}
