package io.groundswell.app.lake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A file of rows, as a table's log names it.
 *
 * @param stats the log's statistics of it, as JSON; empty where it has none
 */
public record DataFile(String path, long bytes, String stats) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Returns its number of rows; −1 where the log does not say. */
    public long rows() {
        return statistics().path("numRecords").asLong(-1);
    }

    /** Returns the newest time in a column, cut to milliseconds; empty where the log does not say. */
    public Optional<Instant> newest(String column) {
        JsonNode newest = statistics().path("maxValues").path(column);
        return newest.isTextual() ? Optional.of(Instant.parse(newest.asText())) : Optional.empty();
    }

    /** Returns the least number in a column; empty where the log does not say. */
    public OptionalLong least(String column) {
        JsonNode least = statistics().path("minValues").path(column);
        return least.isNumber() ? OptionalLong.of(least.asLong()) : OptionalLong.empty();
    }

    private JsonNode statistics() {
        try {
            return JSON.readTree(stats.isEmpty() ? "{}" : stats);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The statistics of " + path + " are not JSON", e);
        }
    }
}
