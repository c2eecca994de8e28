package io.groundswell.ingest.source;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/**
 * A file of the input.
 *
 * @param lane its path below the input
 * @param path where it lies
 * @param length in bytes, as stored
 */
record LaneFile(String lane, String path, long length) {

    /** Returns the input's files by lane, in the order of the lanes' names. */
    static SortedMap<String, LaneFile> list(String input, Configuration conf) throws IOException {
        Path root = new Path(input);
        FileSystem fs = root.getFileSystem(conf);
        FileStatus status = fs.getFileStatus(root);
        SortedMap<String, LaneFile> files = new TreeMap<>();
        if (status.isFile()) {
            files.put(root.getName(), new LaneFile(root.getName(), input, status.getLen()));
            return files;
        }
        String folder = status.getPath().toString();
        RemoteIterator<LocatedFileStatus> found = fs.listFiles(root, true);
        while (hasNext(found)) {
            LocatedFileStatus file = found.next();
            String lane = file.getPath().toString().substring(folder.length()).replaceFirst("^/", "");
            if (Arrays.stream(lane.split("/")).noneMatch(LaneFile::isHidden)) {
                files.put(lane, new LaneFile(lane, file.getPath().toString(), file.getLen()));
            }
        }
        return files;
    }

    /** Returns a spool's segments by lane: one that is being compressed counts as plain until that is done. */
    static SortedMap<String, LaneFile> segments(String spool, Configuration conf) throws IOException {
        SortedMap<String, LaneFile> files = list(spool, conf);
        Set<String> names = Set.copyOf(files.keySet());
        files.values().removeIf(file -> file.isCompressed() && names.contains(file.plainLane()));
        return files;
    }

    boolean isCompressed() {
        return Compression.of(path) != Compression.NONE;
    }

    /** Returns the lane that this was before it was compressed. */
    String plainLane() {
        return Compression.of(path).plain(lane);
    }

    /** Returns the file under the lane that it was before it was compressed: rotating a segment moves no frame. */
    LaneFile unrotated() {
        return new LaneFile(plainLane(), path, length);
    }

    private static boolean hasNext(RemoteIterator<LocatedFileStatus> found) throws IOException {
        try {
            return found.hasNext();
        } catch (FileNotFoundException e) {
            return false; // a folder was taken away while it was listed
        }
    }

    private static boolean isHidden(String name) {
        return name.startsWith("_") || name.startsWith(".");
    }
}
