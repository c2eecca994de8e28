package io.groundswell.ingest.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads lines with their positions, and of a line that is too long only the beginning. */
final class LineReader implements AutoCloseable {
    /** A longer line is not taken into memory. */
    static final int MAX_LINE_BYTES = FrameSource.MAX_FRAME_BYTES;

    /** What is kept of a line that is too long or broken off. */
    static final int KEPT_BYTES = FrameSource.KEPT_BYTES;

    private static final int BUFFER_BYTES = 1 << 16;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int next;
    private int filled;
    private long position;
    private long lineStart;
    private boolean isTooLong;
    private boolean isEnded;

    /** Reads from a stream whose first byte has this position. */
    LineReader(InputStream in, long position) {
        this.in = in;
        this.position = position;
    }

    /** Returns the position of the first byte that is not read yet. */
    long position() {
        return position;
    }

    /** Returns where the line last read, or broken off by an exception, starts. */
    long lineStart() {
        return lineStart;
    }

    boolean isTooLong() {
        return isTooLong;
    }

    /** Returns whether the line last read has its end; the stream's last one may lack it. */
    boolean isEnded() {
        return isEnded;
    }

    /**
     * Reads up to the next line end or the end of the stream.
     *
     * @return whether there was another line; {@link #line()} has it
     */
    boolean advance() throws IOException {
        line.reset();
        isTooLong = false;
        isEnded = false;
        lineStart = position;
        while (next < filled || fill()) {
            int end = next;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            keep(end - next);
            position += end - next;
            next = end;
            if (end < filled) {
                next++;
                position++;
                isEnded = true;
                return true;
            }
        }
        return position > lineStart;
    }

    /** Returns the line without its end; of one that is too long the first {@link #KEPT_BYTES}. */
    byte[] line() {
        byte[] bytes = line.toByteArray();
        int length = bytes.length > 0 && bytes[bytes.length - 1] == '\r' ? bytes.length - 1 : bytes.length;
        length = isTooLong ? KEPT_BYTES : length;
        return length == bytes.length ? bytes : java.util.Arrays.copyOf(bytes, length);
    }

    private boolean fill() throws IOException {
        next = 0;
        filled = Math.max(0, in.read(buffer, 0, BUFFER_BYTES));
        return filled > 0;
    }

    private void keep(int bytes) {
        if (line.size() + bytes > MAX_LINE_BYTES) {
            isTooLong = true;
        }
        if (!isTooLong) {
            line.write(buffer, next, bytes);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
