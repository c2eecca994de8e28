package io.groundswell.ingest.land;

import java.util.Iterator;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;

/** Parses rows that hold a frame, one after another: a partition is never held as a whole. */
interface FrameRows extends MapPartitionsFunction<Row, Row> {
    ParsedFrame parse(Row frame);

    @Override
    default Iterator<Row> call(Iterator<Row> frames) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return frames.hasNext();
            }

            @Override
            public Row next() {
                return parse(frames.next()).toRow();
            }
        };
    }
}
