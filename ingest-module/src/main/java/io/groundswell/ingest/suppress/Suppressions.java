package io.groundswell.ingest.suppress;

import io.groundswell.job.PlatformException;
import io.groundswell.model.Suppression;
import io.groundswell.table.Catalogue;
import io.groundswell.table.Lake;
import io.groundswell.table.Rows;
import io.groundswell.table.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The list of silver.suppressions with its key. */
public record Suppressions(Lake lake, SparkSession spark) {

    /** An id to be put on the list. */
    public record Id(IdKind kind, String source, String id) {}

    /**
     * Returns the list, as it is.
     *
     * @throws PlatformException if its key is missing, or another one
     */
    public SuppressedIds load() {
        List<Suppression> rows = rows();
        return rows.isEmpty() ? SuppressedIds.none() : new SuppressedIds(known(rows), rows);
    }

    /** Returns the list with these ids, which are not yet in the table; where there is no key, one is made. */
    public Draft draft() {
        List<Suppression> rows = rows();
        KeyedHash hash = rows.isEmpty() ? new KeyedHash(key().read().orElseGet(() -> key().make())) : known(rows);
        return new Draft(new SuppressedIds(hash, rows), new LinkedHashMap<>());
    }

    /** Writes what is new in a draft, in one commit; returns how many ids. */
    public int write(Draft draft) {
        if (!draft.added.isEmpty()) {
            Table table = lake.table(Catalogue.SUPPRESSIONS);
            List<Row> rows = draft.added.values().stream().map(Rows::of).toList();
            table.append(spark.createDataFrame(rows, table.spec().schema()));
        }
        return draft.added.size();
    }

    /** The list as it will be. */
    public record Draft(SuppressedIds ids, Map<String, Suppression> added) {

        /** Adds an id, unless it is there. */
        public void add(Id id, String reason, Instant now) {
            Suppression row = ids.row(id.kind(), id.source(), id.id(), reason, now);
            if (!ids.has(row.hash())) {
                ids.add(row);
                added.put(row.hash(), row);
            }
        }
    }

    private SuppressionKey key() {
        return new SuppressionKey(lake, spark.sparkContext().hadoopConfiguration());
    }

    private KeyedHash known(List<Suppression> rows) {
        KeyedHash hash = new KeyedHash(key().read().orElseThrow(() -> unusable("is missing")));
        if (rows.stream().anyMatch(row -> !row.keyId().equals(hash.keyId()))) {
            throw unusable("is not the one that the list was made with");
        }
        return hash;
    }

    private PlatformException unusable(String why) {
        return PlatformException.usage(
                ("The key %s of silver.suppressions %s: without it nobody can tell what must not come back, so nothing is"
                                + " landed. Put it back from its copy.")
                        .formatted(lake.suppressionKey(), why));
    }

    private List<Suppression> rows() {
        Table table = lake.table(Catalogue.SUPPRESSIONS);
        if (!table.exists(spark)) {
            return List.of();
        }
        List<Suppression> rows = new ArrayList<>();
        for (Row row : table.read(spark).collectAsList()) {
            rows.add(new Suppression(
                    row.getAs("hash"),
                    row.getAs("kind"),
                    row.<Integer>getAs("id_bytes"),
                    row.getAs("key_id"),
                    row.getAs("reason"),
                    row.<java.sql.Timestamp>getAs("suppressed_at").toInstant()));
        }
        return rows;
    }
}
