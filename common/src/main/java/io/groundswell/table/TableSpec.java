package io.groundswell.table;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.types.StructType;

/**
 * What a table is, wherever it lies: declared once, in {@link Catalogue}.
 *
 * @param name {@code layer.table}
 * @param holds what a row is, in one line
 * @param row the record whose components are the columns
 * @param key columns that identify a row
 * @param clusterBy columns by which files are clustered when the table is compacted
 * @param constraints name to a condition that every row meets
 * @param unhashed columns that say when or by which run a row came to be, and so stay out of a content hash
 * @param writer the one job that writes it
 */
public record TableSpec(
        String name,
        String holds,
        Class<? extends Record> row,
        List<String> key,
        List<String> clusterBy,
        Map<String, String> constraints,
        Set<String> unhashed,
        String writer) {

    public TableSpec {
        List<String> columns = Arrays.asList(Schemas.of(row).fieldNames());
        for (List<String> named : List.of(key, clusterBy, List.copyOf(unhashed))) {
            if (!columns.containsAll(named)) {
                throw new IllegalArgumentException("Table " + name + " names a column it has not: " + named);
            }
        }
    }

    public StructType schema() {
        return Schemas.of(row);
    }

    /** Returns {@code layer/table}, the table's folder below the lake's root. */
    public String folder() {
        return name.replace('.', '/');
    }

    /** Returns the columns that a content hash covers, in order. */
    public List<String> hashed() {
        return Arrays.stream(schema().fieldNames())
                .filter(column -> !unhashed.contains(column))
                .toList();
    }
}
