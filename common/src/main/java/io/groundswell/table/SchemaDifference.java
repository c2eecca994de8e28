package io.groundswell.table;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * What keeps rows or a table from having the columns that they should; the order of columns and what may be null is left
 * aside.
 *
 * @param missing columns that should be there
 * @param unexpected columns that should not
 * @param differing columns of another type, as they should be
 */
public record SchemaDifference(List<StructField> missing, List<StructField> unexpected, List<StructField> differing) {

    public static SchemaDifference between(StructType wanted, StructType found) {
        List<String> have = List.of(found.fieldNames());
        List<String> want = List.of(wanted.fieldNames());
        List<StructField> missing = new ArrayList<>();
        List<StructField> differing = new ArrayList<>();
        for (StructField field : wanted.fields()) {
            if (!have.contains(field.name())) {
                missing.add(field);
            } else if (!isSame(field, found.apply(field.name()))) {
                differing.add(field);
            }
        }
        List<StructField> unexpected = new ArrayList<>(List.of(found.fields()));
        unexpected.removeIf(field -> want.contains(field.name()));
        return new SchemaDifference(missing, unexpected, differing);
    }

    public boolean isNone() {
        return missing.isEmpty() && unexpected.isEmpty() && differing.isEmpty();
    }

    /** Whether a column is missing, or of another type. */
    boolean isLacking() {
        return !missing.isEmpty() || !differing.isEmpty();
    }

    private static boolean isSame(StructField wanted, StructField found) {
        return wanted.dataType().asNullable().sameType(found.dataType().asNullable());
    }
}
