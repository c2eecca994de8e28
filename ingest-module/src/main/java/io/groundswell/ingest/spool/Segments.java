package io.groundswell.ingest.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The segments of a spool: their names, their order, and where the whole lines of one end. */
final class Segments {
    private static final Pattern NAME = Pattern.compile("\\d{12}\\.ndjson");
    private static final int BLOCK_BYTES = 1 << 16;

    private Segments() {}

    /** Returns the segments of a folder, oldest first. */
    static List<Path> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(
                            file -> NAME.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        }
    }

    static Path path(Path folder, long number) {
        return folder.resolve(String.format(Locale.ROOT, "%012d.ndjson", number));
    }

    static long number(Path segment) {
        return Long.parseLong(segment.getFileName().toString().substring(0, 12));
    }

    /** Returns how many bytes of a segment are whole lines. */
    static long wholeLines(FileChannel segment) throws IOException {
        ByteBuffer block = ByteBuffer.allocate(BLOCK_BYTES);
        for (long end = segment.size(); end > 0; end -= block.capacity()) {
            long from = Math.max(0, end - block.capacity());
            block.clear().limit((int) (end - from));
            while (block.hasRemaining() && segment.read(block, from + block.position()) >= 0) {}
            for (int at = block.position() - 1; at >= 0; at--) {
                if (block.get(at) == '\n') {
                    return from + at + 1;
                }
            }
        }
        return 0;
    }
}
