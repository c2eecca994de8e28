package io.groundswell.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.groundswell.job.Failpoints;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Set;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.util.FileNames;
import scala.Option;

/**
 * Takes the statistics of files that are gone out of a table's log. A commit keeps its name, its length (blanks fill it up)
 * and its time, and all else that it says: so streams that go on from an old version find it. Checkpoints and checksums of
 * older versions say the same again and go, once there is a newer checkpoint.
 *
 * @param now the newest version
 * @param live the paths of its files, as the log has them
 */
record LogErasure(Snapshot now, Set<String> live) {
    private static final ObjectMapper JSON = new ObjectMapper();

    void run() throws IOException {
        DeltaLog log = now.deltaLog();
        Path folder = log.logPath();
        FileSystem fs = folder.getFileSystem(log.newDeltaHadoopConf());
        FileStatus[] files = fs.listStatus(folder);
        boolean isCheckpointed = Arrays.stream(files).anyMatch(file -> isOlder(file.getPath(), now.version()));
        if (isCheckpointed) {
            log.checkpoint(now, Option.empty());
        }
        for (FileStatus file : files) {
            Path path = file.getPath();
            if (isOlder(path, now.version()) || isOldSummary(path, now.version()) || isDraft(file)) {
                fs.delete(path, false);
            } else if (FileNames.isDeltaFile(path)) {
                erase(fs, file, live);
            }
        }
    }

    /** Of a commit that was killed. */
    private static boolean isDraft(FileStatus file) {
        return file.isFile() && file.getPath().getName().startsWith(".");
    }

    private static boolean isOlder(Path file, long version) {
        return FileNames.isCheckpointFile(file) && FileNames.checkpointVersion(file) < version;
    }

    private static boolean isOldSummary(Path file, long version) {
        return FileNames.isCompactedDeltaFile(file)
                || (FileNames.isChecksumFile(file) && FileNames.checksumVersion(file) < version);
    }

    private static void erase(FileSystem fs, FileStatus file, Set<String> live) throws IOException {
        byte[] commit;
        try (InputStream in = fs.open(file.getPath())) {
            commit = in.readAllBytes();
        }
        byte[] erased = erased(commit, live);
        if (!Arrays.equals(commit, erased)) {
            replace(fs, file, erased);
        }
    }

    /** Returns the commit without statistics of files that are not live, as long as it was. */
    static byte[] erased(byte[] commit, Set<String> live) throws JsonProcessingException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(commit.length);
        String text = new String(commit, StandardCharsets.UTF_8);
        for (int from = 0, to; from < text.length(); from = to) {
            int end = text.indexOf('\n', from);
            to = end < 0 ? text.length() : end + 1;
            out.writeBytes(erased(text.substring(from, to), live));
        }
        return out.toByteArray();
    }

    private static byte[] erased(String line, Set<String> live) throws JsonProcessingException {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        JsonNode action = line.isBlank() ? JSON.createObjectNode() : JSON.readTree(line);
        JsonNode file = action.has("add") ? action.get("add") : action.path("remove");
        if (!file.has("stats")
                || (action.has("add") && live.contains(file.path("path").asText()))) {
            return bytes;
        }
        ((ObjectNode) file).remove("stats");
        byte[] less = JSON.writeValueAsBytes(action);
        byte[] padded = Arrays.copyOf(less, bytes.length);
        Arrays.fill(padded, less.length, padded.length, (byte) ' ');
        padded[padded.length - 1] = bytes[bytes.length - 1] == '\n' ? (byte) '\n' : padded[padded.length - 1];
        return padded;
    }

    /** In one step, so that a kill leaves the old commit or the new: other storages than a disk write a file whole or not. */
    private static void replace(FileSystem fs, FileStatus file, byte[] bytes) throws IOException {
        Path path = file.getPath();
        if (!"file".equals(path.toUri().getScheme())) {
            try (OutputStream out = fs.create(path, true)) {
                out.write(bytes);
            }
            fs.setTimes(path, file.getModificationTime(), -1);
            return;
        }
        java.nio.file.Path target = java.nio.file.Path.of(path.toUri().getPath());
        java.nio.file.Path whole = target.resolveSibling("." + target.getFileName() + ".erased");
        Files.write(whole, bytes);
        Files.setLastModifiedTime(whole, java.nio.file.attribute.FileTime.fromMillis(file.getModificationTime()));
        Failpoints.hit("log.beforeErasure");
        Files.move(whole, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
