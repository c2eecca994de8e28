package io.groundswell.table;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Schemas of rows, derived from the records that declare them. */
public final class Schemas {
    private static final Map<Class<?>, DataType> SIMPLE = Map.ofEntries(
            Map.entry(String.class, DataTypes.StringType),
            Map.entry(Instant.class, DataTypes.TimestampType),
            Map.entry(byte[].class, DataTypes.BinaryType),
            Map.entry(boolean.class, DataTypes.BooleanType),
            Map.entry(Boolean.class, DataTypes.BooleanType),
            Map.entry(int.class, DataTypes.IntegerType),
            Map.entry(Integer.class, DataTypes.IntegerType),
            Map.entry(long.class, DataTypes.LongType),
            Map.entry(Long.class, DataTypes.LongType),
            Map.entry(float.class, DataTypes.FloatType),
            Map.entry(Float.class, DataTypes.FloatType),
            Map.entry(double.class, DataTypes.DoubleType),
            Map.entry(Double.class, DataTypes.DoubleType));

    private Schemas() {}

    /**
     * Returns the schema of a record: a column a component, in order.
     *
     * @throws IllegalArgumentException if a component's type has no column type
     */
    public static StructType of(Class<? extends Record> row) {
        return new StructType(
                Arrays.stream(row.getRecordComponents()).map(Schemas::field).toArray(StructField[]::new));
    }

    /** Returns the column of a component: {@code windowStart} becomes {@code window_start}. */
    public static String column(String component) {
        return component.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }

    private static StructField field(RecordComponent component) {
        return DataTypes.createStructField(
                column(component.getName()),
                type(component.getGenericType()),
                !component.getType().isPrimitive());
    }

    private static DataType type(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            if (generic.getRawType() == List.class) {
                return DataTypes.createArrayType(type(arguments[0]));
            }
            if (generic.getRawType() == Map.class) {
                return DataTypes.createMapType(type(arguments[0]), type(arguments[1]));
            }
        }
        if (type instanceof Class<?> simple) {
            if (simple.isRecord()) {
                return of(simple.asSubclass(Record.class));
            }
            DataType known = SIMPLE.get(simple);
            if (known != null) {
                return known;
            }
        }
        throw new IllegalArgumentException("No column type for " + type + ": add it to Schemas or use another type");
    }
}
