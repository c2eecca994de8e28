package io.groundswell.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumException;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;

/**
 * Whether the commits of a table's log fit one another. Beside each commit lies what Delta counted once it was made, in a
 * {@code crc} file: how many files the table has, their bytes and, of few, their names and statistics; its columns; and the
 * last version of each application. A commit takes what lies before it to its own; one that lost a line, or of which a
 * digit is another, does not.
 *
 * @param log the folder {@code _delta_log}
 */
public record CommitChain(Path log, Configuration conf) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What lies before the first commit. */
    private static final JsonNode NOTHING = JSON.createObjectNode().set("allFiles", JSON.createArrayNode());

    /**
     * Returns which of a commit and its summary can't be read, or does not fit the rest, the commit where it can be either;
     * empty where all is well, or nothing lies beside the commit to compare it with.
     *
     * @param version of a commit that is there
     */
    public Optional<String> broken(long version) {
        try {
            List<JsonNode> commit = lines(name(version, "json"));
            if (commit.stream().noneMatch(action -> action.isObject() && !action.isEmpty()) || !hasColumns(commit)) {
                return Optional.of(name(version, "json"));
            }
            JsonNode after = summary(version);
            if (after == null) {
                return Optional.empty();
            }
            if (!isOf(after, commit)) {
                return isAnothers(after, commit) ? Optional.of(name(version, "crc")) : Optional.empty();
            }
            JsonNode before = version == 0 ? NOTHING : summary(version - 1);
            if (before == null || (version > 0 && !isOf(before, version - 1))) {
                return Optional.empty();
            }
            Summary summary = new Summary(before, after);
            if (!summary.isOfTable(commit)) {
                boolean says = commit.stream().anyMatch(action -> action.has("metaData") || action.has("protocol"));
                return Optional.of(name(version, says ? "json" : "crc"));
            }
            if (!summary.counts(commit)) {
                return Optional.of(name(version, isWhole(commit) ? "crc" : "json"));
            }
            return summary.names(commit) && tags(commit, after) ? Optional.empty() : Optional.of(name(version, "json"));
        } catch (Unreadable e) {
            return Optional.of(e.getMessage());
        } catch (FileNotFoundException e) {
            return Optional.empty(); // the log was cut off behind a checkpoint
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the log " + log, e);
        }
    }

    /** Whether there is a summary of a commit that is gone. */
    public boolean isCutOffBehind(long version) {
        try {
            return log.getFileSystem(conf).exists(new Path(log, name(version + 1, "crc")))
                    && !log.getFileSystem(conf).exists(new Path(log, name(version + 1, "json")));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look at the log " + log, e);
        }
    }

    static String name(long version, String ending) {
        return "%020d.%s".formatted(version, ending);
    }

    /** Whether the columns that a commit gives the table can be read: they are a text of their own in it. */
    private static boolean hasColumns(List<JsonNode> commit) {
        return commit.stream()
                .map(action -> action.path("metaData").path("schemaString"))
                .filter(columns -> !columns.isMissingNode())
                .allMatch(columns -> isSchema(columns.asText()));
    }

    private static boolean isSchema(String columns) {
        try {
            return DataType.fromJson(columns) instanceof StructType;
        } catch (Exception e) { // Scala throws Jackson's checked ones, and has others for what is no type
            return false;
        }
    }

    /** A commit that was lost, and made anew by another writer, may have left its summary under that one's version. */
    private static boolean isOf(JsonNode summary, List<JsonNode> commit) {
        return transactions(commit).contains(summary.path("txnId").asText());
    }

    /** Whether summary and commit both say of which transaction they are, and it is not the same. */
    private static boolean isAnothers(JsonNode summary, List<JsonNode> commit) {
        return !summary.path("txnId").asText().isEmpty()
                && !transactions(commit).isEmpty()
                && !isOf(summary, commit);
    }

    private static List<String> transactions(List<JsonNode> commit) {
        return commit.stream()
                .map(action -> action.path("commitInfo").path("txnId").asText())
                .filter(transaction -> !transaction.isEmpty())
                .toList();
    }

    /** The same of a commit that is not looked at itself; true where it is gone, as behind a checkpoint. */
    private boolean isOf(JsonNode summary, long version) throws IOException {
        try {
            return isOf(summary, lines(name(version, "json")));
        } catch (FileNotFoundException e) {
            return true;
        } catch (Unreadable e) {
            return false;
        }
    }

    /** What lay beside the commit before one, and what lies beside that one. */
    private record Summary(JsonNode before, JsonNode after) {

        /** Whether columns, properties and protocol are those before it, or the commit's. */
        boolean isOfTable(List<JsonNode> commit) {
            return isSame(commit, "metaData", "metadata") && isSame(commit, "protocol", "protocol");
        }

        private boolean isSame(List<JsonNode> commit, String action, String field) {
            JsonNode wanted = commit.stream()
                    .filter(one -> one.has(action))
                    .map(one -> one.get(action))
                    .reduce(before.path(field), (older, newer) -> newer);
            return wanted.isMissingNode() || !after.has(field) || wanted.equals(after.get(field));
        }

        /** Whether the files that come and go make up the difference; true where it is not known. */
        boolean counts(List<JsonNode> commit) {
            if (!after.has("numFiles") || !after.has("tableSizeBytes")) {
                return true;
            }
            long files = before.path("numFiles").asLong();
            long bytes = before.path("tableSizeBytes").asLong();
            for (JsonNode action : commit) {
                files += (action.has("add") ? 1 : 0) - (action.has("remove") ? 1 : 0);
                bytes += action.path("add").path("size").asLong()
                        - action.path("remove").path("size").asLong();
            }
            return files == after.get("numFiles").asLong()
                    && bytes == after.get("tableSizeBytes").asLong();
        }

        /** Whether the files, which are named as long as they are few, are those with their statistics. */
        boolean names(List<JsonNode> commit) {
            if (!before.has("allFiles") || !after.has("allFiles")) {
                return true;
            }
            Map<String, String> files = files(before);
            for (JsonNode action : commit) {
                if (action.has("add")) {
                    files.put(action.get("add").path("path").asText(), told(action.get("add")));
                }
                files.remove(action.path("remove").path("path").asText());
            }
            return files.equals(files(after));
        }

        private static Map<String, String> files(JsonNode summary) {
            Map<String, String> files = new HashMap<>();
            summary.get("allFiles").forEach(file -> files.put(file.path("path").asText(), told(file)));
            return files;
        }

        private static String told(JsonNode file) {
            return file.path("size").asText() + file.path("stats").asText();
        }
    }

    /** Whether a commit has as many files and bytes as it says that it wrote; false where it doesn't say. */
    private static boolean isWhole(List<JsonNode> commit) {
        JsonNode told = commit.get(0).path("commitInfo").path("operationMetrics");
        long files = 0;
        long bytes = 0;
        for (JsonNode action : commit) {
            files += action.has("add") ? 1 : 0;
            bytes += action.path("add").path("size").asLong();
        }
        return told.path("numFiles").asLong(told.path("numTargetFilesAdded").asLong(-1)) == files
                && told.path("numOutputBytes")
                                .asLong(told.path("numTargetBytesAdded").asLong(-1))
                        == bytes;
    }

    private static boolean tags(List<JsonNode> commit, JsonNode after) {
        Map<String, Long> counted = new HashMap<>();
        after.path("setTransactions")
                .forEach(tag -> counted.put(
                        tag.path("appId").asText(), tag.path("version").asLong()));
        return !after.has("setTransactions")
                || commit.stream().filter(action -> action.has("txn")).allMatch(action -> {
                    JsonNode tag = action.get("txn");
                    return Long.valueOf(tag.path("version").asLong())
                            .equals(counted.get(tag.path("appId").asText()));
                });
    }

    /** Returns null where there is none. */
    private JsonNode summary(long version) throws IOException {
        try {
            List<JsonNode> lines = lines(name(version, "crc"));
            if (lines.isEmpty()) {
                throw new Unreadable(name(version, "crc"));
            }
            return lines.get(0);
        } catch (FileNotFoundException e) {
            return null;
        }
    }

    private List<JsonNode> lines(String file) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        try (InputStream in = log.getFileSystem(conf).open(new Path(log, file))) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList()) {
                lines.add(JSON.readTree(line));
            }
        } catch (JsonProcessingException | ChecksumException e) {
            throw new Unreadable(file);
        }
        return lines;
    }

    /** Its message is the file's name. */
    private static final class Unreadable extends IOException {
        private Unreadable(String file) {
            super(file);
        }
    }
}
