package io.groundswell.trends;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.unix_micros;

import io.groundswell.table.Catalogue;
import io.groundswell.table.Lake;
import io.groundswell.table.Table;
import io.groundswell.trends.score.Holes;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The holes in the feeds of a lake, read anew once there are more of them. A hole lies in ops.gaps before a frontier
 * passes it, so whoever asks after the watermark knows each that the decisions need.
 */
public final class KnownHoles {
    private final Table gaps;
    private OptionalLong version = OptionalLong.empty();
    private Holes holes = Holes.NONE;

    public KnownHoles(Lake lake) {
        this.gaps = lake.table(Catalogue.GAPS);
    }

    /** Returns what the newest version of the table tells. */
    public Holes now(SparkSession spark) {
        return of(spark, newest(spark));
    }

    /** Returns the newest version of the table; empty where there is none. */
    OptionalLong newest(SparkSession spark) {
        return gaps.version(spark);
    }

    /** Returns what a version of the table tells; nothing of none. */
    Holes of(SparkSession spark, OptionalLong wanted) {
        if (!wanted.equals(version)) {
            holes = wanted.isPresent() ? Holes.of(spans(rows(spark, wanted.getAsLong()))) : Holes.NONE;
            version = wanted;
        }
        return holes;
    }

    private Dataset<Row> rows(SparkSession spark, long wanted) {
        return new PastVersion(gaps, wanted).rows(spark, rows -> rows).orElseGet(() -> gaps.read(spark));
    }

    /**
     * A hole with nothing behind it yet ends, as far as is known, when it was found; and one frame's stamp, however far
     * ahead, makes none longer. Of a hole with nothing dated before it the end alone is known.
     */
    private static Map<String, List<Holes.Span>> spans(Dataset<Row> gaps) {
        Column to = least(coalesce(col("to_received"), col("found_at")), expr("found_at + INTERVAL 10 MINUTES"));
        return gaps
                .select(col("source"), unix_micros(coalesce(col("from_received"), to)), unix_micros(to))
                .collectAsList()
                .stream()
                .collect(groupingBy(
                        gap -> gap.getString(0),
                        mapping(gap -> new Holes.Span(gap.getLong(1), gap.getLong(2)), toList())));
    }
}
