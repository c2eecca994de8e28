package io.groundswell.ingest.spool;

import io.groundswell.job.PlatformException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Appends frames to a spool. A spool is a folder of segments {@code 000000000001.ndjson}, {@code 000000000002.ndjson}, …
 * of which only the newest grows. A frame is one line of JSON:
 *
 * <pre>{@code {"received_at":<epoch microseconds>,"source":"x","format":"x","payload":"<the frame, JSON-escaped>"}}</pre>
 *
 * with {@code "payload_base64"} instead of {@code "payload"} where the frame's bytes are not valid UTF-8. A line counts once
 * its {@code \n} is written; the half line that a crash may leave is cut off when a writer opens the spool again.
 *
 * <p>Frames reach the file in whole lines, on {@link #flush} or when the buffer is full, and the disk on {@link #sync}, when
 * a segment is full, and on {@link #close}. One writer at a time: a second one is refused. Not for use by two threads.
 */
public final class SpoolWriter implements Closeable {
    /** The size from which on a segment takes no further line. */
    public static final long DEFAULT_SEGMENT_BYTES = 64L << 20;

    private static final int BUFFER_BYTES = 1 << 18;

    private final Path folder;
    private final long segmentBytes;
    private final SpoolLine line = new SpoolLine();
    private final Bytes buffer = new Bytes(2 * BUFFER_BYTES);
    private long number;
    private FileChannel segment;
    private long written;

    private SpoolWriter(Path folder, long segmentBytes) {
        this.folder = folder;
        this.segmentBytes = segmentBytes;
    }

    /** Opens a spool with segments of the default size; see {@link #open(Path, long)}. */
    public static SpoolWriter open(Path folder) throws IOException {
        return open(folder, DEFAULT_SEGMENT_BYTES);
    }

    /**
     * Opens a spool behind its last whole line, making the folder where there is none.
     *
     * @param segmentBytes the size from which on a segment takes no further line
     * @throws PlatformException if another writer has the spool open
     */
    public static SpoolWriter open(Path folder, long segmentBytes) throws IOException {
        if (segmentBytes < 1) {
            throw new IllegalArgumentException("spool.segment-bytes must be >= 1, was " + segmentBytes);
        }
        Files.createDirectories(folder);
        List<Path> segments = Segments.in(folder);
        SpoolWriter writer = new SpoolWriter(folder, segmentBytes);
        writer.enter(segments.isEmpty() ? 1 : Segments.number(segments.get(segments.size() - 1)));
        return writer;
    }

    /** Appends a frame; {@code receivedAtMicros} is in microseconds of the epoch. */
    public void append(long receivedAtMicros, String source, String format, byte[] payload) throws IOException {
        if (written + buffer.length() >= segmentBytes) {
            roll();
        }
        line.append(buffer, receivedAtMicros, source, format, payload);
        if (buffer.length() >= BUFFER_BYTES) {
            flush();
        }
    }

    /** Hands all appended frames to the operating system, so that readers see them. */
    public void flush() throws IOException {
        ByteBuffer lines = ByteBuffer.wrap(buffer.array(), 0, buffer.length());
        // By position: after a failed write, the next one starts at the same place and leaves no half line behind.
        while (lines.hasRemaining()) {
            segment.write(lines, written + lines.position());
        }
        written += buffer.length();
        buffer.truncate(0);
    }

    /** Flushes, and returns once the frames are on the disk. */
    public void sync() throws IOException {
        flush();
        segment.force(true);
    }

    @Override
    public void close() throws IOException {
        try (FileChannel closing = segment) {
            if (closing.isOpen()) {
                sync();
            }
        }
    }

    private void roll() throws IOException {
        sync();
        try (FileChannel full = segment) {
            enter(number + 1); // before the full one is closed, so that no other writer can slip in
        }
    }

    private void enter(long next) throws IOException {
        Path path = Segments.path(folder, next);
        boolean isNew = Files.notExists(path);
        FileChannel opened =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (!isLocked(opened)) {
            opened.close();
            throw PlatformException.tryAgain(
                    "Spool " + folder + " is being written by another writer: end that first.");
        }
        written = Segments.wholeLines(opened);
        opened.truncate(written);
        number = next;
        segment = opened;
        if (isNew) {
            syncFolder();
        }
    }

    /** A lock of this very process is told by an exception, one of another by null. */
    private static boolean isLocked(FileChannel opened) throws IOException {
        try {
            return opened.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** A new file outlasts a power cut only once its folder's entry is on the disk. */
    private void syncFolder() throws IOException {
        try (FileChannel entries = FileChannel.open(folder, StandardOpenOption.READ)) {
            entries.force(true);
        }
    }
}
