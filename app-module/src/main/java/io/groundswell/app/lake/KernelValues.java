package io.groundswell.app.lake;

import io.delta.kernel.data.ArrayValue;
import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.data.MapValue;
import io.delta.kernel.data.Row;
import io.delta.kernel.types.ArrayType;
import io.delta.kernel.types.BooleanType;
import io.delta.kernel.types.DataType;
import io.delta.kernel.types.DoubleType;
import io.delta.kernel.types.FloatType;
import io.delta.kernel.types.IntegerType;
import io.delta.kernel.types.LongType;
import io.delta.kernel.types.MapType;
import io.delta.kernel.types.StringType;
import io.delta.kernel.types.StructField;
import io.delta.kernel.types.StructType;
import io.delta.kernel.types.TimestampType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Kernel's rows as plain maps, lists, texts and numbers; a timestamp becomes its ISO 8601 text in UTC. */
final class KernelValues {
    private KernelValues() {}

    static Map<String, Object> of(Row row) {
        StructType schema = row.getSchema();
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < schema.length(); i++) {
            StructField field = schema.at(i);
            values.put(field.getName(), row.isNullAt(i) ? null : value(row, i, field.getDataType()));
        }
        return values;
    }

    private static Object value(Row row, int i, DataType type) {
        if (type instanceof StringType) {
            return row.getString(i);
        }
        if (type instanceof LongType) {
            return row.getLong(i);
        }
        if (type instanceof IntegerType) {
            return row.getInt(i);
        }
        if (type instanceof DoubleType) {
            return row.getDouble(i);
        }
        if (type instanceof FloatType) {
            return row.getFloat(i);
        }
        if (type instanceof BooleanType) {
            return row.getBoolean(i);
        }
        if (type instanceof TimestampType) {
            return timestamp(row.getLong(i));
        }
        if (type instanceof ArrayType) {
            return list(row.getArray(i));
        }
        if (type instanceof MapType) {
            return map(row.getMap(i));
        }
        if (type instanceof StructType) {
            return of(row.getStruct(i));
        }
        throw new IllegalArgumentException("No value for a column of type " + type);
    }

    private static List<Object> list(ArrayValue array) {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < array.getSize(); i++) {
            values.add(element(array.getElements(), i));
        }
        return values;
    }

    private static Map<String, Object> map(MapValue map) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < map.getSize(); i++) {
            values.put(map.getKeys().getString(i), element(map.getValues(), i));
        }
        return values;
    }

    private static Object element(ColumnVector vector, int i) {
        if (vector.isNullAt(i)) {
            return null;
        }
        DataType type = vector.getDataType();
        if (type instanceof StringType) {
            return vector.getString(i);
        }
        if (type instanceof LongType) {
            return vector.getLong(i);
        }
        if (type instanceof DoubleType) {
            return vector.getDouble(i);
        }
        if (type instanceof FloatType) {
            return vector.getFloat(i);
        }
        throw new IllegalArgumentException("No value for an element of type " + type);
    }

    private static String timestamp(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).toString();
    }
}
