package io.groundswell.trends.count;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * {@link Mentions} in the order in which {@link DecidedWindows} counts them: a series after another, in it one window
 * after another, in it one author after another, so that counting holds one author at a time however many there are.
 * Before the mentions of a window comes what its earlier decisions said, and before a series what was learnt of it.
 *
 * @param before rows of {@link CountsBefore}
 */
record SeriesEvents(Dataset<Row> before) {
    /** Columns of the events, in order. */
    static final List<String> COLUMNS = List.of(
            "width",
            "window",
            "scope",
            "kind",
            "term",
            "author",
            "text_mask",
            "bits",
            Mentions.BLOCKED_BITS,
            "posts_before",
            "authors_before",
            "past_window",
            "past_learned",
            "past_capped_since");

    /** Sorted by first: 64 bits sort faster than words. Series that share them are told apart by what follows. */
    private static final String HASH = "series_hash";

    private static final Column[] SERIES = {col("width"), col("scope"), col("kind"), col("term")};

    private static final Column[] ORDER = {
        col(HASH), col("term"), col("kind"), col("scope"), col("width"), col("window"), col("author")
    };

    /** Returns the events with each window in one partition. */
    Dataset<Row> windows(Dataset<Row> mentions) {
        return sorted(events(mentions), col(HASH), col("window"));
    }

    /**
     * Returns the events with each series in one partition.
     *
     * @param past rows of what was learnt: width, scope, kind, term, past_window, past_learned, past_capped_since
     */
    Dataset<Row> series(Dataset<Row> mentions, Dataset<Row> past) {
        return sorted(events(mentions).unionByName(filled(past.withColumn("window", lit(Long.MIN_VALUE)))), col(HASH));
    }

    private Dataset<Row> events(Dataset<Row> mentions) {
        return filled(mentions).unionByName(filled(before));
    }

    private static Dataset<Row> sorted(Dataset<Row> events, Column... partitioning) {
        return events.withColumn(HASH, xxhash64(SERIES))
                .repartition(partitioning)
                .sortWithinPartitions(ORDER)
                .select(COLUMNS.stream().map(functions::col).toArray(Column[]::new));
    }

    private static Dataset<Row> filled(Dataset<Row> rows) {
        List<String> there = Arrays.asList(rows.columns());
        return rows.select(COLUMNS.stream()
                .map(name -> there.contains(name)
                        ? col(name)
                        : lit(null).cast(type(name)).as(name))
                .toArray(Column[]::new));
    }

    private static String type(String column) {
        return switch (column) {
            case "bits", Mentions.BLOCKED_BITS -> "int";
            case "past_learned" -> "double";
            default -> "bigint";
        };
    }
}
