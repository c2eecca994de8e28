package io.groundswell.ingest.silence;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.groundswell.job.Failpoints;
import io.groundswell.model.Gap;
import io.groundswell.table.Catalogue;
import io.groundswell.table.Lake;
import io.groundswell.table.Micros;
import io.groundswell.table.Rows;
import io.groundswell.table.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Silences as rows of ops.gaps, each once. What an input does not bring may have come by another one: a source that had
 * two within a day is not silent where one of them is.
 *
 * @param input the query whose frames are looked at
 * @param lane what stands for the lane in the rows: a silence is one of all lanes of an input
 */
record SilentGaps(Lake lake, String input, String lane) {
    private static final Logger LOG = LoggerFactory.getLogger(SilentGaps.class);
    private static final Duration ALIVE = Duration.ofDays(1);

    /** Writes those silences of a source that are not known. */
    void add(SparkSession spark, String source, List<Silence> silences, String runId, Instant now) {
        Table gaps = lake.table(Catalogue.GAPS);
        List<Row> rows = new ArrayList<>();
        for (Silence silence : silences) {
            if (!isKnown(gaps.read(spark), source, silence) && !comesOtherwise(spark, source, silence)) {
                Gap gap = new Gap(
                        source,
                        lane,
                        null,
                        null,
                        Micros.instant(silence.from()),
                        Micros.instant(silence.to()),
                        now,
                        runId);
                LOG.warn("Source {} was silent from {} to {}", source, gap.fromReceived(), gap.toReceived());
                rows.add(Rows.of(gap));
            }
        }
        if (!rows.isEmpty()) {
            gaps.append(spark.createDataFrame(rows, gaps.spec().schema()));
            Failpoints.hit("silences.afterCommit");
        }
    }

    private boolean isKnown(Dataset<Row> gaps, String source, Silence silence) {
        return !gaps.where(isOf(source)
                        .and(col("lane").equalTo(lane))
                        .and(col("from_received").equalTo(lit(Micros.instant(silence.from()))))
                        .and(col("to_received").equalTo(lit(Micros.instant(silence.to())))))
                .isEmpty();
    }

    /** An input whose frontier was told within the day before, or is since, may bring what is missing here. */
    private boolean comesOtherwise(SparkSession spark, String source, Silence silence) {
        Instant since = Micros.instant(silence.from()).minus(ALIVE);
        return !lake.table(Catalogue.FRONTIERS)
                .read(spark)
                .where(isOf(source)
                        .and(col("input").notEqual(input))
                        .and(col("received_through").geq(lit(since))))
                .isEmpty();
    }

    private static Column isOf(String source) {
        return col("source").equalTo(source);
    }
}
