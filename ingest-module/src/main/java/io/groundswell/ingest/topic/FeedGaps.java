package io.groundswell.ingest.topic;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.unix_micros;

import io.groundswell.model.Gap;
import io.groundswell.table.Catalogue;
import io.groundswell.table.Lake;
import io.groundswell.table.Micros;
import io.groundswell.table.Rows;
import io.groundswell.table.Table;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Holes of a source as rows of ops.gaps. */
record FeedGaps(Lake lake, String source, String runId) {
    private static final Logger LOG = LoggerFactory.getLogger(FeedGaps.class);

    /**
     * Records a hole, or what it has grown by since it was recorded.
     *
     * @param nextMicros received time of the first record behind it
     */
    void add(SparkSession spark, String lane, Hole hole, OptionalLong nextMicros, Instant now) {
        Table gaps = lake.table(Catalogue.GAPS);
        long from = knownThrough(gaps.read(spark), lane, hole);
        if (from >= hole.to()) {
            return;
        }
        LOG.warn("Lane {} has a hole from offset {} to {}", lane, from, hole.to());
        Gap gap = new Gap(
                source,
                lane,
                from,
                hole.to(),
                receivedBefore(spark, lane, hole.from()),
                nextMicros.isPresent() ? Micros.instant(nextMicros.getAsLong()) : null,
                now,
                runId);
        gaps.append(spark.createDataFrame(List.of(Rows.of(gap)), gaps.spec().schema()));
    }

    /** Returns up to where rows, each behind the one before, tell of a hole; its beginning where none does. */
    private long knownThrough(Dataset<Row> gaps, String lane, Hole hole) {
        List<Row> known = gaps.where(
                        col("source").equalTo(source).and(col("lane").equalTo(lane)))
                .where(col("from_offset").geq(hole.from()))
                .orderBy("from_offset")
                .select("from_offset", "to_offset")
                .collectAsList();
        long through = hole.from();
        for (Row row : known) {
            through = row.getLong(0) <= through ? Math.max(through, row.getLong(1)) : through;
        }
        return through;
    }

    /** Returns the first offset of a range at which a frame has landed; empty where none has. */
    OptionalLong firstLanded(SparkSession spark, String lane, long from, long to) {
        Row first = landed(spark, lane)
                .where(col("position.offset")
                        .geq(from)
                        .and(col("position.offset").lt(to)))
                .agg(min(col("position.offset")))
                .head();
        return first.isNullAt(0) ? OptionalLong.empty() : OptionalLong.of(first.getLong(0));
    }

    private Instant receivedBefore(SparkSession spark, String lane, long offset) {
        Row last = landed(spark, lane)
                .where(col("position.offset").lt(offset).and(col("received_at").isNotNull()))
                .agg(max_by(unix_micros(col("received_at")), col("position.offset")))
                .head();
        return last.isNullAt(0) ? null : Micros.instant(last.getLong(0));
    }

    private Dataset<Row> landed(SparkSession spark, String lane) {
        return lake.table(Catalogue.RAW_POSTS)
                .read(spark)
                .where(col("position.lane").equalTo(lane));
    }
}
