package io.groundswell.ingest.parse;

import java.io.Serializable;

/**
 * Where the formats {@code json} and {@code csv} tell that a line is not a new post.
 *
 * @param op whose values are {@code created}, {@code edited}, {@code deleted} and {@code account_removed}; a line without
 *     one is created. Empty where every line is a new post
 * @param changedAt when an edit, a deletion or a removal was made, as a time like {@code created-at}; empty where lines
 *     tell only that
 */
public record ChangeColumns(String op, String changedAt) implements Serializable {
    public static final ChangeColumns DEFAULT = new ChangeColumns("", "");
}
