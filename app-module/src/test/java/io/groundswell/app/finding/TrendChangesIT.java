package io.groundswell.app.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.app.finding.TrendChange.Cause;
import io.groundswell.model.TermCount;
import io.groundswell.model.Trend;
import io.groundswell.table.Catalogue;
import io.groundswell.table.Lake;
import io.groundswell.table.Rows;
import io.groundswell.table.Table;
import io.groundswell.table.TableSpec;
import io.groundswell.testing.SparkTest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Four tags alarm in the window from 12:00 to 12:05, the last of them only once its posts have come; ten minutes after the
 * window some authors of one have gone, one was muted for a while and one is as it was. A fifth alarms an hour later.
 */
@ExtendWith(SparkTest.class)
class TrendChangesIT {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant FIRST = NOON.plusSeconds(310);
    private static final Instant SECOND = NOON.plusSeconds(900);
    private static final Instant HOUR_LATER = NOON.plus(Duration.ofHours(1));

    @TempDir
    static Path folder;

    private static Lake lake;

    @BeforeAll
    static void fill(SparkSession spark) {
        lake = new Lake(folder.toString());
        append(
                spark,
                Catalogue.TRENDS,
                trend("storm", NOON, FIRST, 20, 15, null),
                trend("deal", NOON, FIRST, 30, 25, null),
                trend("calm", NOON, FIRST, 12, 9, null),
                trend("storm", NOON, SECOND, 8, 4, null),
                trend("deal", NOON, SECOND, 30, 25, "r1"),
                trend("quake", NOON, SECOND, 40, 30, null),
                trend("later", HOUR_LATER, HOUR_LATER.plusSeconds(310), 50, 40, null));
        append(
                spark,
                Catalogue.TERM_COUNTS,
                count("storm", FIRST, 20, 0),
                count("storm", SECOND, 8, 15),
                count("deal", FIRST, 30, 0),
                count("calm", FIRST, 12, 0),
                count("quake", FIRST, 3, 0),
                count("quake", SECOND, 40, 0));
        lake.table(Catalogue.RULES).createIfAbsent(spark);
    }

    private static Trend trend(
            String tag, Instant window, Instant decided, long authors, double evidence, String mutedBy) {
        boolean isAlarmed = mutedBy == null && evidence >= 6;
        return new Trend(
                window,
                300,
                "all",
                "hashtag",
                tag,
                decided,
                window,
                "#" + tag,
                authors,
                authors,
                1.0,
                evidence,
                authors,
                0,
                0,
                isAlarmed,
                isAlarmed ? "emerging" : "over",
                evidence,
                1.0,
                null,
                mutedBy,
                null,
                6,
                null,
                List.of(),
                3);
    }

    private static TermCount count(String tag, Instant decided, long authors, long blocked) {
        return new TermCount(NOON, 300, "all", "hashtag", tag, decided, authors, authors, 1, 9, null, null, blocked);
    }

    private static void append(SparkSession spark, TableSpec spec, Record... rows) {
        Table table = lake.table(spec);
        table.createIfAbsent(spark);
        table.append(spark.createDataFrame(Arrays.stream(rows).map(Rows::of).toList(), spec.schema()));
    }

    private static List<String> terms(SparkSession spark, AsOf asOf) {
        return new TrendFindings(lake, asOf)
                .leading(spark, 10, List.of()).stream().map(TrendFinding::term).toList();
    }

    @Test
    void hasOfAMomentWhatWasDecidedByThen(SparkSession spark) {
        assertThat(terms(spark, AsOf.then(FIRST))).containsExactly("deal", "storm", "calm");
        assertThat(terms(spark, AsOf.then(NOON))).isEmpty();
        assertThat(terms(spark, AsOf.NEWEST)).containsExactly("later", "quake", "deal", "calm", "storm");
    }

    @Test
    void knowsWhatCameLaterOfTheSameWindowsAlone(SparkSession spark) {
        AsOf knownLater = new AsOf(FIRST, null);

        assertThat(terms(spark, knownLater)).contains("quake", "calm").doesNotContain("later");
        assertThat(terms(spark, new AsOf(FIRST, SECOND.minusMillis(1)))).isEqualTo(terms(spark, AsOf.then(FIRST)));
    }

    @Test
    void saysWhatHasChangedAndWhy(SparkSession spark) {
        List<TrendChange> changes =
                new TrendChanges(lake, AsOf.then(FIRST), new AsOf(FIRST, null)).among(spark, 10, List.of());

        assertThat(changes).extracting(change -> change.trend().term()).doesNotContain("later", "calm");
        assertThat(change(changes, "quake").kind()).isEqualTo("new");
        assertThat(change(changes, "quake").why()).isEqualTo(new Cause(37, 0, 0, null));
        assertThat(change(changes, "storm").why()).isEqualTo(new Cause(0, 12, 15, null));
        assertThat(change(changes, "deal").kind()).isEqualTo("down");
        assertThat(change(changes, "deal").why()).isEqualTo(new Cause(0, 0, 0, "r1"));
    }

    @Test
    void saysNothingOfAListThatStands(SparkSession spark) {
        assertThat(new TrendChanges(lake, AsOf.then(SECOND), new AsOf(SECOND, null)).among(spark, 10, List.of()))
                .isEmpty();
    }

    private static TrendChange change(List<TrendChange> changes, String term) {
        return changes.stream()
                .filter(change -> change.trend().term().equals(term))
                .findFirst()
                .orElseThrow();
    }
}
