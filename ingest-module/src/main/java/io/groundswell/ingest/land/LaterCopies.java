package io.groundswell.ingest.land;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * From a source and the copies of one change, those in the table first, the positions of the fresh copies that are
 * within the horizon of one that is kept.
 */
record LaterCopies(long horizonMillis) implements FlatMapFunction<Row, Row> {
    static final StructType POSITION = new StructType()
            .add("source", DataTypes.StringType)
            .add("lane", DataTypes.StringType)
            .add("offset", DataTypes.LongType);
    private static final long MICROS_PER_MILLI = 1000;

    @Override
    public Iterator<Row> call(Row sourceAndCopies) {
        return in(sourceAndCopies.getString(0), sourceAndCopies.getList(1)).iterator();
    }

    /** @param copies fresh (0 or 1), lane, offset, received (microseconds), in this order */
    List<Row> in(String source, List<Row> copies) {
        List<Long> kept = new ArrayList<>();
        List<Row> repeats = new ArrayList<>();
        for (Row copy : copies) {
            boolean isFresh = copy.getInt(0) == 1;
            long received = copy.getLong(3);
            if (isFresh && kept.stream().anyMatch(other -> isNear(other, received))) {
                repeats.add(RowFactory.create(source, copy.getString(1), copy.getLong(2)));
            } else {
                kept.add(received);
            }
        }
        return repeats;
    }

    private boolean isNear(long one, long other) {
        return Math.abs(one - other) / MICROS_PER_MILLI <= horizonMillis;
    }
}
