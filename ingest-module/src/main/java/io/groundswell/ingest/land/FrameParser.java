package io.groundswell.ingest.land;

import io.groundswell.model.Position;
import org.apache.spark.sql.Row;

/** Parses the rows of the frame source. */
record FrameParser(FrameReading reading) implements FrameRows {
    @Override
    public ParsedFrame parse(Row frame) {
        Position position = new Position(frame.getAs("lane"), frame.getAs("offset"));
        byte[] line = frame.getAs("payload");
        String fault = frame.getAs("fault");
        return fault == null
                ? reading.read(position, line, frame.getAs("stamp"))
                : reading.readBroken(position, line, fault);
    }
}
