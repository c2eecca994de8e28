package io.groundswell.table;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Rows made of records, for the few rows that a driver writes itself. */
public final class Rows {
    private Rows() {}

    /** Returns the record's values in the order of its schema; nested records become nested rows. */
    public static Row of(Record values) {
        return RowFactory.create(Arrays.stream(values.getClass().getRecordComponents())
                .map(component -> value(values, component))
                .toArray());
    }

    private static Object value(Record values, RecordComponent component) {
        try {
            return toColumn(component.getAccessor().invoke(values));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot read " + component + " of a record", e);
        }
    }

    private static Object toColumn(Object value) {
        if (value instanceof Record nested) {
            return of(nested);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Rows::toColumn).toArray();
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        }
        return value;
    }
}
