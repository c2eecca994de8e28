package io.groundswell.ingest.land;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.when;

import io.groundswell.ingest.silence.Received;
import io.groundswell.model.PostChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What a batch holds. The ids of posts and the times of its changes are null where it has none.
 *
 * @param removals those of its changes that are removals of accounts
 * @param firstReceived in microseconds since 1970
 * @param lastReceived in microseconds since 1970
 * @param received when the changes of each source were received, and how many they are
 * @param keys of the changes, as {@link ChangeKey} hashes them, where they were asked for; one that comes twice is here
 *     twice
 */
record BatchSpan(
        long frames,
        long changes,
        long rejected,
        long removals,
        String firstPostId,
        String lastPostId,
        Long firstReceived,
        Long lastReceived,
        Map<String, Received> received,
        List<Long> keys) {

    /** Returns the span of parsed frames, in one pass. */
    static BatchSpan of(Dataset<Row> parsed, boolean isWithKeys) {
        Column isChange = col("op").isNotNull();
        Column key = when(isChange.and(lit(isWithKeys)), ChangeKey.hash());
        List<Row> sources = parsed.groupBy("source")
                .agg(
                        count(lit(1)).as("frames"),
                        count(col("op")).as("changes"),
                        count(col("reason")).as("rejected"),
                        count_if(col("op").equalTo(PostChange.ACCOUNT_REMOVED)).as("removals"),
                        min(col("post_id")).as("first_id"),
                        max(col("post_id")).as("last_id"),
                        min(when(isChange, col("received_micros"))).as("first"),
                        max(when(isChange, col("received_micros"))).as("last"),
                        collect_list(key).as("keys"))
                .collectAsList();
        Map<String, Received> received = new TreeMap<>();
        List<Long> keys = new ArrayList<>();
        for (Row source : sources) {
            if (source.<Long>getAs("changes") > 0) {
                received.put(
                        source.getAs("source"),
                        new Received(source.getAs("first"), source.getAs("last"), source.getAs("changes")));
                keys.addAll(source.getList(source.fieldIndex("keys")));
            }
        }
        return new BatchSpan(
                sum(sources, "frames"),
                sum(sources, "changes"),
                sum(sources, "rejected"),
                sum(sources, "removals"),
                least(sources, row -> row.getAs("first_id"), Comparator.<String>naturalOrder()),
                least(sources, row -> row.getAs("last_id"), Comparator.<String>reverseOrder()),
                least(sources, row -> row.getAs("first"), Comparator.<Long>naturalOrder()),
                least(sources, row -> row.getAs("last"), Comparator.<Long>reverseOrder()),
                received,
                keys);
    }

    /** Returns when the changes of each source were received; parsed frames without one count for nothing. */
    static Map<String, Received> received(Dataset<Row> parsed) {
        Map<String, Received> received = new TreeMap<>();
        parsed.where(col("op").isNotNull())
                .groupBy("source")
                .agg(min("received_micros"), max("received_micros"), count(lit(1)))
                .collectAsList()
                .forEach(row ->
                        received.put(row.getString(0), new Received(row.getLong(1), row.getLong(2), row.getLong(3))));
        return received;
    }

    private static long sum(List<Row> rows, String column) {
        return rows.stream().mapToLong(row -> row.<Long>getAs(column)).sum();
    }

    private static <T> T least(List<Row> rows, Function<Row, T> value, Comparator<T> order) {
        return rows.stream().map(value).filter(Objects::nonNull).min(order).orElse(null);
    }
}
