package io.groundswell.ingest.land;

import io.groundswell.model.Position;
import java.util.Iterator;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;

/** Parses the rows of the frame source, one after another: a partition is never held as a whole. */
record FrameParser(FrameReading reading) implements MapPartitionsFunction<Row, Row> {
    @Override
    public Iterator<Row> call(Iterator<Row> frames) {
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

    private ParsedFrame parse(Row frame) {
        Position position = new Position(frame.getAs("lane"), frame.getAs("offset"));
        byte[] line = frame.getAs("payload");
        String fault = frame.getAs("fault");
        return fault == null
                ? reading.read(position, line, frame.getAs("stamp"))
                : reading.readBroken(position, line, fault);
    }
}
