package io.groundswell.app.finding;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;

import io.groundswell.job.PlatformException;
import io.groundswell.table.Catalogue;
import io.groundswell.table.Lake;
import io.groundswell.trends.CountedChanges;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * From a row of gold.trends to the changes that it counted, and to their frames in bronze.raw_posts.
 *
 * @param trend the row: window_start, window_width, scope, kind, term, decided_at, posts, observed, evidence, state
 * @param counted posts that are found to count in it
 * @param changes the first of them by the time they were received: source, post_id, version, op, received_at, lane, offset
 * @param frames those of the first of these: source, lane, offset, format, received_at, bytes, and payload if it was asked
 *     for
 */
public record Lineage(
        Map<String, Object> trend, long counted, List<Map<String, Object>> changes, List<Map<String, Object>> frames) {
    private static final String[] PLACE = {"source", "lane", "offset"};

    /**
     * How much of it is wanted.
     *
     * @param changes at most
     * @param frames at most; none of more than the changes
     * @param isPayloadShown whether the frames' bytes are wanted, which hold what people wrote
     */
    public record Extent(int changes, int frames, boolean isPayloadShown) {}

    /**
     * Which row of a term is wanted: the newest known at a moment, of those decided at once the one of most evidence.
     *
     * @param start only of a window that starts then; null for any
     * @param width only of a window of this width; null for any
     * @param scope {@code all}, {@code language:xx} or {@code source:xx}
     */
    public record Wanted(Instant at, Instant start, Duration width, String scope) {
        private Column has() {
            Column isKnown = col("scope").equalTo(scope).and(col("decided_at").leq(lit(at)));
            Column isStarted = start == null ? lit(true) : col("window_start").equalTo(lit(start));
            return isKnown.and(isStarted)
                    .and(width == null ? lit(true) : col("window_width").equalTo(width.toSeconds()));
        }
    }

    /**
     * Traces a row of a term.
     *
     * @throws PlatformException if the term has no such row
     */
    public static Lineage trace(SparkSession spark, Lake lake, String kind, String term, Wanted wanted, Extent extent) {
        Row row = newest(spark, lake, kind, term, wanted);
        Dataset<Row> counted = new CountedChanges(
                        lake,
                        wanted.scope(),
                        kind,
                        term,
                        row.<Timestamp>getAs("window_start").toInstant(),
                        row.<Integer>getAs("window_width"),
                        row.<Timestamp>getAs("decided_at").toInstant())
                .read(spark)
                .select("source", "post_id", "version", "op", "received_at", "lane", "offset")
                .persist();
        try {
            Dataset<Row> first = counted.orderBy("received_at", "source", "post_id");
            List<Map<String, Object>> frames =
                    extent.frames() == 0 ? List.of() : frames(spark, lake, first.limit(extent.frames()), extent);
            return new Lineage(values(row), counted.count(), values(first.limit(extent.changes())), frames);
        } finally {
            counted.unpersist();
        }
    }

    /** Returns whether as many posts are found as the row says. */
    public boolean isWhole() {
        return trend.get("posts").equals(counted);
    }

    private static Row newest(SparkSession spark, Lake lake, String kind, String term, Wanted wanted) {
        List<Row> rows = lake.table(Catalogue.TRENDS)
                .read(spark)
                .filter(col("kind").equalTo(kind).and(col("term").equalTo(term)))
                .filter(wanted.has())
                .orderBy(col("decided_at").desc(), col("evidence").desc(), col("window_width"))
                .select(
                        "window_start",
                        "window_width",
                        "scope",
                        "kind",
                        "term",
                        "decided_at",
                        "posts",
                        "observed",
                        "evidence",
                        "rise",
                        "rise_windows",
                        "state")
                .limit(1)
                .collectAsList();
        if (rows.isEmpty()) {
            throw PlatformException.usage(
                    "The %s '%s' has no row in gold.trends, scope %s, that was decided by %s. 'trends' lists what trended, and --kind names"
                                    .formatted(kind, term, wanted.scope(), wanted.at())
                            + " another kind of term.");
        }
        return rows.get(0);
    }

    private static List<Map<String, Object>> frames(SparkSession spark, Lake lake, Dataset<Row> wanted, Extent extent) {
        Dataset<Row> frames = lake.table(Catalogue.RAW_POSTS)
                .read(spark)
                .select(
                        col("source"),
                        col("position.lane").as("lane"),
                        col("position.offset").as("offset"),
                        col("format"),
                        col("received_at"),
                        length(col("payload")).as("bytes"),
                        col("payload"))
                .join(broadcast(wanted.select("source", "lane", "offset")), PLACE, "left_semi")
                .orderBy("received_at", "source", "lane", "offset");
        return values(extent.isPayloadShown() ? frames : frames.drop("payload"));
    }

    private static List<Map<String, Object>> values(Dataset<Row> rows) {
        List<Map<String, Object>> values = new ArrayList<>();
        rows.collectAsList().forEach(row -> values.add(values(row)));
        return values;
    }

    private static Map<String, Object> values(Row row) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (String column : row.schema().fieldNames()) {
            values.put(column, value(row.getAs(column)));
        }
        return values;
    }

    private static Object value(Object value) {
        if (value instanceof Timestamp time) {
            return time.toInstant().toString();
        }
        return value instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : value;
    }
}
