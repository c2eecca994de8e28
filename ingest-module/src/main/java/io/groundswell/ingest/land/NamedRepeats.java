package io.groundswell.ingest.land;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.groundswell.model.PostChange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Finds which of a few changes are repeats: they are named in a query that passes over most files, and compared here.
 *
 * @param horizon says how far apart two of a change are still the same
 */
record NamedRepeats(LaterCopies horizon) {
    private static final Comparator<Row> IN_ORDER = Comparator.<Row>comparingInt(copy -> copy.getInt(0))
            .thenComparing(copy -> copy.getString(1).getBytes(UTF_8), Arrays::compareUnsigned) // as Spark sorts
            .thenComparingLong(copy -> copy.getLong(2))
            .thenComparingLong(copy -> copy.getLong(3));

    /**
     * Returns the positions of the repeats.
     *
     * @param arriving the columns of {@link ChangeKey}, fresh, lane, offset, received_micros
     * @param known likewise, of those that were accepted before; with post_id and author_id, by which they are chosen
     */
    List<Row> among(List<Row> arriving, Dataset<Row> known) {
        if (arriving.isEmpty()) {
            return List.of();
        }
        Map<List<String>, List<Row>> copies = new HashMap<>();
        for (Row change : arriving) {
            copies.computeIfAbsent(key(change), unseen -> new ArrayList<>()).add(copy(change));
        }
        for (Row change : known.where(isNamed(arriving)).collectAsList()) {
            List<Row> others = copies.get(key(change));
            if (others != null) {
                others.add(copy(change));
            }
        }
        List<Row> repeats = new ArrayList<>();
        copies.forEach((key, ofOne) -> {
            ofOne.sort(IN_ORDER);
            repeats.addAll(horizon.in(key.get(0), ofOne));
        });
        return repeats;
    }

    /** On the table's own columns, so that files are passed over. */
    private static Column isNamed(List<Row> arriving) {
        Set<Object> posts = new HashSet<>();
        Set<Object> accounts = new HashSet<>();
        for (Row change : arriving) {
            boolean isRemoval = change.getString(2).equals(PostChange.ACCOUNT_REMOVED);
            (isRemoval ? accounts : posts).add(change.getString(1));
        }
        Column isOfPost = col("post_id").isin(posts.toArray());
        return accounts.isEmpty()
                ? isOfPost
                : isOfPost.or(col("op")
                        .equalTo(lit(PostChange.ACCOUNT_REMOVED))
                        .and(col("author_id").isin(accounts.toArray())));
    }

    private static List<String> key(Row change) {
        return Arrays.asList(change.getString(0), change.getString(1), change.getString(2), change.getString(3));
    }

    private static Row copy(Row change) {
        return RowFactory.create(change.getInt(4), change.getString(5), change.getLong(6), change.getLong(7));
    }
}
