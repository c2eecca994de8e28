package io.groundswell.trends.calibrate;

import static io.groundswell.testing.Posts.NOON;
import static io.groundswell.testing.Posts.post;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groundswell.job.Cadence;
import io.groundswell.job.Job;
import io.groundswell.job.PlatformException;
import io.groundswell.model.Frontier;
import io.groundswell.model.TermCount;
import io.groundswell.model.TrendCalibration;
import io.groundswell.table.Catalogue;
import io.groundswell.table.ContentHash;
import io.groundswell.table.Lake;
import io.groundswell.table.Micros;
import io.groundswell.table.Rows;
import io.groundswell.table.Table;
import io.groundswell.testing.Posts;
import io.groundswell.testing.SparkTest;
import io.groundswell.trends.DetectTrends;
import io.groundswell.trends.TrendSettings;
import io.groundswell.trends.score.Threshold;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Five days of a small feed, in windows of an hour: each hour a word of its own by more authors than the last one's. Four of
 * them are decided, then the thresholds are calibrated, then the fifth is decided.
 */
@ExtendWith(SparkTest.class)
@TestMethodOrder(OrderAnnotation.class)
class CalibrateTrendsIT {
    private static final TrendSettings SETTINGS =
            new TrendSettings(List.of(Duration.ofHours(1)), List.of(TermCount.SCOPE_ALL), 6.0, 5, 0.2, 3, 3.0, 1000);
    private static final CalibrationSettings CALIBRATION = new CalibrationSettings(2, 4, 28, 1);
    private static final Instant BEGIN = NOON.minus(Duration.ofHours(12));
    private static final int HOURS = 96;
    private static final Instant CALIBRATED = BEGIN.plus(Duration.ofHours(HOURS));
    private static final Instant END = CALIBRATED.plus(Duration.ofHours(18));

    @TempDir
    static Path folder;

    private static Lake lake;
    private static List<Row> before;
    private static TrendCalibration calibration;

    @BeforeAll
    static void calibrateInBetween(SparkSession spark) {
        lake = new Lake(folder.resolve("lake").toString());
        land(spark, lake, BEGIN, CALIBRATED);
        detect(spark, lake);
        before = trends(spark, lake).orderBy("decided_at", "term").collectAsList();
        calibration = calibrate(spark, Optional.empty()).get(0);
    }

    private static void land(SparkSession spark, Lake into, Instant from, Instant to) {
        List<Posts.Builder> posts = new ArrayList<>();
        for (int hour = 0; hour < HOURS + 24; hour++) {
            Instant at = BEGIN.plus(Duration.ofHours(hour));
            for (int author = 0; author < 24 && !at.isBefore(from) && at.isBefore(to); author++) {
                String id = hour + "-" + author;
                Posts.Builder said =
                        post(id).by("a" + author).at(at.plusSeconds(author)).saying("so " + id);
                boolean isOfTheHour = hour % 6 == 0 && author < 5 + (hour / 6 * 7) % 17;
                posts.add(isOfTheHour ? said.words("so", "w" + hour) : said.words("so"));
            }
        }
        Table changes = into.table(Catalogue.POST_CHANGES);
        changes.createIfAbsent(spark);
        changes.append(Posts.rows(spark, posts.toArray(Posts.Builder[]::new)));
        Table frontiers = into.table(Catalogue.FRONTIERS);
        frontiers.createIfAbsent(spark);
        frontiers.append(spark.createDataFrame(
                List.of(Rows.of(new Frontier("x", "spool", to.plusSeconds(10), "run", NOON))),
                frontiers.spec().schema()));
    }

    private static void detect(SparkSession spark, Lake into) {
        run(spark, new DetectTrends(into, SETTINGS, Cadence.AVAILABLE_NOW));
    }

    private static List<TrendCalibration> calibrate(SparkSession spark, Optional<Instant> from) {
        List<TrendCalibration> found = new ArrayList<>();
        run(
                spark,
                new CalibrateTrends(lake, SETTINGS, CALIBRATION, from, found::add, Clock.fixed(END, ZoneOffset.UTC)));
        return found;
    }

    private static void run(SparkSession spark, Job job) {
        job.writes().forEach(table -> table.createIfAbsent(spark));
        job.run(spark);
    }

    private static Dataset<Row> trends(SparkSession spark, Lake of) {
        return of.table(Catalogue.TRENDS).read(spark);
    }

    private static ContentHash hash(SparkSession spark, Lake of) {
        return ContentHash.of(trends(spark, of), Catalogue.TRENDS.hashed());
    }

    @Test
    @Order(1)
    void tellsWhatItFoundOnWhat() {
        assertThat(calibration.windowWidth()).isEqualTo(3600);
        assertThat(calibration.threshold()).isGreaterThan(3);
        assertThat(calibration.foundPerDay()).isBetween(0.5, 2.0);
        assertThat(calibration.falseAlarmsPerDay())
                .isEqualTo((double) calibration.heldOutAlarms() / calibration.heldOutDays())
                .isBetween(calibration.falseAlarmsLow(), calibration.falseAlarmsHigh());
        assertThat(calibration.days()).isEqualTo(4);
        assertThat(calibration.heldOutDays()).isEqualTo(2 * 2);
        assertThat(calibration.shiftDays()).isEqualTo(1);
        assertThat(calibration.countsFrom()).isEqualTo(BEGIN);
        assertThat(calibration.countsThrough()).isEqualTo(CALIBRATED);
        // A word of every sixth hour and the one of all hours, but for a few words of fewer authors than an alarm asks
        // for.
        assertThat(calibration.terms()).isBetween(12L, 17L);
        assertThat(calibration.validFrom()).isAfter(CALIBRATED).isBefore(CALIBRATED.plusSeconds(60));
    }

    @Test
    @Order(2)
    void writesNoSecondRowBeforeTheNextDecision(SparkSession spark) {
        Table table = lake.table(Catalogue.CALIBRATIONS);
        ContentHash once = ContentHash.of(table.read(spark), table.spec().hashed());

        assertThat(calibrate(spark, Optional.empty()).get(0).threshold()).isEqualTo(calibration.threshold());

        assertThat(ContentHash.of(table.read(spark), table.spec().hashed())).isEqualTo(once);
    }

    @Test
    @Order(3)
    void refusesAMomentThatIsDecided(SparkSession spark) {
        assertThatThrownBy(() -> calibrate(spark, Optional.of(CALIBRATED.minusSeconds(1))))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("can't hold from")
                .hasMessageContaining("stay as they are");
    }

    @Test
    @Tag("thorough")
    @Order(4)
    void decidesByItFromItsMomentOnAndLeavesWhatWasDecidedAlsoInAReplay(SparkSession spark) {
        land(spark, lake, CALIBRATED, END);
        detect(spark, lake);

        Dataset<Row> old = trends(spark, lake).filter(col("decided_at").lt(lit(calibration.validFrom())));
        assertThat(old.orderBy("decided_at", "term").collectAsList()).isEqualTo(before);
        assertThat(before).isNotEmpty().allSatisfy(row -> {
            assertThat(row.<Double>getAs("threshold")).isEqualTo(6);
            assertThat(row.<Double>getAs("false_alarms_per_day")).isNull();
        });
        List<Row> later = trends(spark, lake)
                .filter(col("decided_at").geq(lit(calibration.validFrom())))
                .collectAsList();
        assertThat(later).extracting(row -> row.<Boolean>getAs("alarmed")).contains(true);
        assertThat(later).allSatisfy(row -> {
            assertThat(row.<Double>getAs("threshold")).isEqualTo(calibration.threshold());
            assertThat(row.<Double>getAs("false_alarms_per_day")).isEqualTo(calibration.falseAlarmsPerDay());
            assertThat(row.<Boolean>getAs("alarmed")
                            && Math.max(row.<Double>getAs("evidence"), row.<Double>getAs("rise"))
                                    < calibration.threshold())
                    .isFalse();
        });
        assertThat(hash(spark, replayed(spark))).isEqualTo(hash(spark, lake));
    }

    private static Lake replayed(SparkSession spark) {
        Lake again = new Lake(folder.resolve("again").toString());
        Table table = again.table(Catalogue.CALIBRATIONS);
        table.createIfAbsent(spark);
        table.append(lake.table(Catalogue.CALIBRATIONS).read(spark));
        land(spark, again, BEGIN, END);
        detect(spark, again);
        return again;
    }

    @Test
    @Order(5)
    void isIgnoredForAnotherScorerAndOtherConditions(SparkSession spark) {
        long later = Micros.of(calibration.validFrom()) + 1;
        Table table = lake.table(Catalogue.CALIBRATIONS);
        table.append(table.read(spark)
                .withColumn("valid_from", lit(Micros.instant(later)))
                .withColumn("scorer_version", lit(99))
                .withColumn("threshold", lit(99.0)));

        assertThat(new KnownCalibrations(lake, SETTINGS).thresholds(spark).at(later, 3600, "all"))
                .isEqualTo(new Threshold(calibration.threshold(), calibration.falseAlarmsPerDay(), 4));
        TrendSettings others = new TrendSettings(SETTINGS.widths(), SETTINGS.scopes(), 6.0, 7, 0.2, 3, 3.0, 1000);
        assertThat(new KnownCalibrations(lake, others).thresholds(spark).at(later, 3600, "all"))
                .isEqualTo(Threshold.uncalibrated(6));
    }
}
