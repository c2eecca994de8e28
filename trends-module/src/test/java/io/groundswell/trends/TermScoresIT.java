package io.groundswell.trends;

import static io.groundswell.testing.Posts.NOON;
import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.job.Cadence;
import io.groundswell.job.Job;
import io.groundswell.model.Frontier;
import io.groundswell.model.Gap;
import io.groundswell.model.TermCount;
import io.groundswell.model.TrendCalibration;
import io.groundswell.table.Catalogue;
import io.groundswell.table.Lake;
import io.groundswell.table.Micros;
import io.groundswell.table.Rows;
import io.groundswell.table.Table;
import io.groundswell.table.TableSpec;
import io.groundswell.testing.Posts;
import io.groundswell.testing.SparkTest;
import io.groundswell.trends.calibrate.KnownCalibrations;
import io.groundswell.trends.rule.Watches;
import io.groundswell.trends.score.Alarm;
import io.groundswell.trends.score.DecidedCounts;
import io.groundswell.trends.score.Exposure;
import io.groundswell.trends.score.Rise;
import io.groundswell.trends.score.ScoredTrends;
import io.groundswell.trends.score.TermKey;
import io.groundswell.trends.score.TermScores;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What is told of a window later on is what the scorer wrote when it decided it, at each of its decisions. */
@ExtendWith(SparkTest.class)
class TermScoresIT {
    private static final List<Integer> WIDTHS = TrendSettings.DEFAULT.widthSeconds();

    @TempDir
    Path folder;

    @Test
    @Tag("thorough")
    void agreeWithEachRowOfTheTrends(SparkSession spark) {
        Lake lake = new Lake(folder.toString());
        detect(spark, lake, Feed.received());
        List<Row> trends = lake.table(Catalogue.TRENDS).read(spark).collectAsList();
        assertThat(trends).extracting(row -> row.<Boolean>getAs("alarmed")).contains(true, false);
        assertThat(trends).extracting(row -> row.<Double>getAs("coverage")).contains(0.0, 1.0);
        assertThat(trends)
                .extracting(row -> row.<Integer>getAs("rise_windows") > 0)
                .contains(true, false);
        assertThat(trends).extracting(row -> row.<Integer>getAs("window_width")).containsAll(WIDTHS);

        Map<String, TermScores> scores = new HashMap<>();
        for (Row trend : trends) {
            TermScores ofTerm = scores.computeIfAbsent(
                    trend.<Integer>getAs("window_width") + trend.<String>getAs("term"),
                    any -> scores(spark, lake, key(trend)));
            TermScores.Score score = ofTerm.of(micros(trend, "window_start"), micros(trend, "decided_at"));

            String which = "%s at %s".formatted(trend.getAs("window_start"), trend.getAs("decided_at"));
            assertThat(score.expected()).as(which).isEqualTo(trend.<Double>getAs("expected"));
            assertThat(score.evidence()).as(which).isEqualTo(trend.<Double>getAs("evidence"));
            assertThat(score.rise()).as(which).isEqualTo(Rise.of(trend));
            assertThat(score.lift()).as(which).isEqualTo(trend.<Double>getAs("lift"));
            assertThat(score.coverage()).as(which).isEqualTo(trend.<Double>getAs("coverage"));
            assertThat(score.counted().authors()).as(which).isEqualTo(trend.<Long>getAs("observed"));
            assertThat(score.counted().posts()).as(which).isEqualTo(trend.<Long>getAs("posts"));
            assertThat(score.unmet().isEmpty()).as(which).isEqualTo(trend.<Boolean>getAs("alarmed"));
        }
    }

    private static TermKey key(Row trend) {
        return new TermKey(trend.getAs("window_width"), trend.getAs("scope"), trend.getAs("kind"), trend.getAs("term"));
    }

    private static TermScores scores(SparkSession spark, Lake lake, TermKey key) {
        Dataset<Row> counts = lake.table(Catalogue.TERM_COUNTS)
                .read(spark)
                .transform(DecidedCounts.since(Map.of(key.width(), Micros.of(NOON)))::apply);
        Exposure exposure = new Exposure(new KnownHoles(lake).now(spark))
                .plus(counts.filter(col("kind").equalTo(TermCount.TOTAL)).collectAsList());
        return new TermScores(
                key,
                exposure,
                new Alarm(
                        TrendSettings.DEFAULT,
                        new KnownCalibrations(lake, TrendSettings.DEFAULT).thresholds(spark),
                        Watches.NONE),
                counts.filter(col("term").equalTo(key.term())).collectAsList());
    }

    private static long micros(Row row, String column) {
        return Micros.of(row.<Timestamp>getAs(column).toInstant());
    }

    /** A hole touches some windows of the trend, though not the one in which it starts. */
    private static void detect(SparkSession spark, Lake lake, List<Posts.Builder> feed) {
        Instant through = feed.stream()
                .map(post -> post.change().receivedAt())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        Instant lost = Feed.JUMP.plusSeconds(600);
        append(spark, lake, Catalogue.POST_CHANGES, Posts.rows(spark, feed.toArray(Posts.Builder[]::new)));
        append(spark, lake, Catalogue.FRONTIERS, new Frontier("x", "spool", through, "run", NOON));
        append(
                spark,
                lake,
                Catalogue.GAPS,
                new Gap("x", "posts/0", 10L, 20L, lost, lost.plusSeconds(300), lost, "run"));
        for (int width : WIDTHS) {
            append(spark, lake, Catalogue.CALIBRATIONS, calibration(width));
        }
        Job job = new DetectTrends(lake, TrendSettings.DEFAULT, Cadence.AVAILABLE_NOW);
        job.writes().forEach(table -> table.createIfAbsent(spark));
        job.run(spark);
    }

    /** So much evidence as without, and by it rises count. */
    private static TrendCalibration calibration(int width) {
        double threshold = TrendSettings.DEFAULT.minEvidence();
        return new TrendCalibration(
                "all",
                width,
                Instant.EPOCH,
                ScoredTrends.SCORER_VERSION,
                TrendSettings.DEFAULT.conditions(),
                1,
                threshold,
                1,
                1,
                0,
                2,
                28,
                28,
                NOON,
                NOON,
                28,
                14,
                10,
                10,
                7,
                1,
                100,
                0,
                NOON,
                "run");
    }

    private static void append(SparkSession spark, Lake lake, TableSpec spec, Record row) {
        append(spark, lake, spec, spark.createDataFrame(List.of(Rows.of(row)), spec.schema()));
    }

    private static void append(SparkSession spark, Lake lake, TableSpec spec, Dataset<Row> rows) {
        Table table = lake.table(spec);
        table.createIfAbsent(spark);
        table.append(rows);
    }
}
