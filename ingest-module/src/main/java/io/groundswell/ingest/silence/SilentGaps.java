package io.groundswell.ingest.silence;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.unix_micros;

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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
    private static final long ALIVE = Micros.of(Duration.ofDays(1));

    /**
     * Writes those silences of a source that are not known.
     *
     * @param silences in order
     */
    void add(SparkSession spark, String source, List<Silence> silences, String runId, Instant now) {
        if (silences.isEmpty()) {
            return;
        }
        Table gaps = lake.table(Catalogue.GAPS);
        Set<Silence> known = known(gaps.read(spark), source, silences.get(0));
        long others = othersThrough(spark, source);
        List<Row> rows = new ArrayList<>();
        for (Silence silence : silences) {
            // An input whose frontier was told within the day before, or is since, may bring what is missing here.
            boolean comesOtherwise = others >= silence.from() - ALIVE;
            if (!comesOtherwise && !known.contains(silence)) {
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

    /** Returns those of a source that have a row, from the first of some on. */
    private Set<Silence> known(Dataset<Row> gaps, String source, Silence first) {
        Set<Silence> known = new HashSet<>();
        gaps.where(isOf(source)
                        .and(col("lane").equalTo(lane))
                        .and(col("from_received").isNotNull())
                        .and(col("to_received").geq(lit(Micros.instant(first.to())))))
                .select(unix_micros(col("from_received")), unix_micros(col("to_received")))
                .collectAsList()
                .forEach(gap -> known.add(new Silence(gap.getLong(0), gap.getLong(1))));
        return known;
    }

    /** Returns through when another input has told of a source, in microseconds since 1970; the least time if none has. */
    private long othersThrough(SparkSession spark, String source) {
        Row newest = lake.table(Catalogue.FRONTIERS)
                .read(spark)
                .where(isOf(source).and(col("input").notEqual(input)))
                .agg(unix_micros(max(col("received_through"))))
                .head();
        return newest.isNullAt(0) ? Long.MIN_VALUE : newest.getLong(0);
    }

    private static Column isOf(String source) {
        return col("source").equalTo(source);
    }
}
