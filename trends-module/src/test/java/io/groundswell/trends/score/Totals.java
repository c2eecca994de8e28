package io.groundswell.trends.score;

import io.groundswell.trends.count.Decisions;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Totals of a scope's windows, as {@link Exposure} takes them; times in microseconds. */
final class Totals {
    static final String SCOPE = "all";

    private static final StructType SCHEMA = new StructType()
            .add("width", DataTypes.IntegerType)
            .add("scope", DataTypes.StringType)
            .add("window", DataTypes.LongType)
            .add("decided", DataTypes.LongType)
            .add("authors", DataTypes.LongType)
            .add("learned", DataTypes.DoubleType);

    private Totals() {}

    static Row total(int width, long window, long decided, long authors, Double learned) {
        return new GenericRowWithSchema(new Object[] {width, SCOPE, window, decided, authors, learned}, SCHEMA);
    }

    /** Returns what the first decision of a window knew, of which nothing is learnt yet. */
    static Row first(int width, long window, long authors) {
        return total(width, window, Decisions.first(window, width), authors, null);
    }
}
