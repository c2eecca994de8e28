package io.groundswell.ingest.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.connector.read.streaming.Offset;

/**
 * How far each lane has been read: for a plain file the first byte that is not read yet, for a compressed file, which
 * is read whole, its stored length. A lane that is not named has not been begun.
 */
final class LanePositions extends Offset {
    static final LanePositions NONE = new LanePositions(new TreeMap<>());
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SortedMap<String, Long> bytes;

    LanePositions(SortedMap<String, Long> bytes) {
        this.bytes = new TreeMap<>(bytes);
    }

    static LanePositions of(String json) {
        try {
            return new LanePositions(JSON.readValue(json, new TypeReference<TreeMap<String, Long>>() {}));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The checkpoint's positions can't be read: is it one of 'ingest'?", e);
        }
    }

    long of(LaneFile file) {
        return bytes.getOrDefault(file.lane(), 0L);
    }

    /** Returns the first byte, decompressed, that was not read of a segment before it was rotated. */
    long ofRotated(LaneFile segment) {
        return bytes.getOrDefault(segment.plainLane(), 0L);
    }

    /** Returns the lanes' positions, in the order of the lanes. */
    Map<String, Long> byLane() {
        return bytes;
    }

    @Override
    public String json() {
        try {
            return JSON.writeValueAsString(bytes);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Positions can't be written as JSON", e);
        }
    }
}
