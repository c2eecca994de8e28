package io.groundswell.ingest.land;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.List;
import org.apache.spark.sql.Column;

/** What tells one change from another, in rows of silver.post_changes and in parsed frames alike. */
final class ChangeKey {
    /** Of a row with the column {@code subject}. */
    static final List<String> COLUMNS = List.of("source", "subject", "op", "version");

    private ChangeKey() {}

    /** Returns what a change is one of: a post, or the account that is gone. */
    static Column subject() {
        return coalesce(col("post_id"), col("author_id"));
    }

    /** Returns 64 bits of the key. */
    static Column hash() {
        return xxhash64(col("source"), subject(), col("op"), col("version"));
    }
}
