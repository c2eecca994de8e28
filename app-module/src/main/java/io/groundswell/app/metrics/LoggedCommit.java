package io.groundswell.app.metrics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.app.lake.DataFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a table's log says of one commit.
 *
 * @param rows that it inserted, updated or deleted; not those that it wrote anew into another file
 * @param added files of rows, without those that only hold old rows in another layout
 * @param transactions application to the version that it committed
 */
record LoggedCommit(long version, Instant at, long rows, List<DataFile> added, Map<String, Long> transactions) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> MERGED =
            List.of("numTargetRowsInserted", "numTargetRowsUpdated", "numTargetRowsDeleted");

    /** Reads the lines of a commit's file. */
    static LoggedCommit of(long version, Iterable<String> lines) {
        Instant at = Instant.EPOCH;
        long rows = 0;
        List<DataFile> added = new ArrayList<>();
        Map<String, Long> transactions = new HashMap<>();
        for (String line : lines) {
            JsonNode action = parse(line);
            JsonNode info = action.path("commitInfo");
            if (info.isObject()) {
                at = Instant.ofEpochMilli(info.path("timestamp").asLong());
                rows = rows(info);
            }
            JsonNode add = action.path("add");
            if (add.path("dataChange").asBoolean()) {
                added.add(new DataFile(
                        add.get("path").asText(),
                        add.path("size").asLong(),
                        add.path("stats").asText()));
            }
            JsonNode transaction = action.path("txn");
            if (transaction.isObject()) {
                transactions.put(
                        transaction.get("appId").asText(),
                        transaction.get("version").asLong());
            }
        }
        return new LoggedCommit(version, at, rows, added, transactions);
    }

    private static long rows(JsonNode info) {
        JsonNode figures = info.path("operationMetrics");
        return switch (info.path("operation").asText()) {
            case "MERGE" ->
                MERGED.stream().mapToLong(name -> figures.path(name).asLong(0)).sum();
            case "DELETE" -> figures.path("numDeletedRows").asLong(0);
            default -> figures.path("numOutputRows").asLong(0);
        };
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A commit has a line that is not JSON", e);
        }
    }
}
