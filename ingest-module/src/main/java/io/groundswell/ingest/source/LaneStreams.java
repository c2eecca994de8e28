package io.groundswell.ingest.source;

import java.io.FileNotFoundException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Opens the bytes of a range. */
final class LaneStreams {
    private LaneStreams() {}

    /**
     * Returns the decompressed bytes of a range. Of a compressed file, which is read from its first byte on, an
     * {@link IOException} means that its content is broken; where the storage fails it is an {@link UncheckedIOException}.
     */
    static InputStream open(LaneRange range, long from, Configuration conf) throws IOException {
        Path path = new Path(range.path());
        FileSystem fs = path.getFileSystem(conf);
        if (range.isCompressed()) {
            return Compression.of(range.path()).open(new Stored(fs.open(path)), conf);
        }
        try {
            FSDataInputStream stored = fs.open(path);
            stored.seek(from);
            return new Bounded(stored, range.laneEnd() - from);
        } catch (FileNotFoundException e) {
            return rotated(range, from, conf, e);
        }
    }

    /** Of a segment that was compressed after its batch was planned, the same bytes. */
    private static InputStream rotated(LaneRange range, long from, Configuration conf, FileNotFoundException missing)
            throws IOException {
        for (Compression compression : Compression.values()) {
            Path path = new Path(range.path() + compression.suffix());
            FileSystem fs = path.getFileSystem(conf);
            if (compression != Compression.NONE && fs.exists(path)) {
                InputStream plain = compression.open(new Stored(fs.open(path)), conf);
                plain.skipNBytes(from);
                return new Bounded(plain, range.laneEnd() - from);
            }
        }
        throw missing;
    }

    /** Tells a failing storage from broken content. */
    private static final class Stored extends FilterInputStream {
        private Stored(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            try {
                return super.read(bytes, from, length);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read a compressed file of the input", e);
            }
        }
    }

    /** Ends where the batch ends, however long the file has become. */
    private static final class Bounded extends FilterInputStream {
        private long left;

        private Bounded(InputStream in, long left) {
            super(in);
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            if (left <= 0) {
                return -1;
            }
            int count = super.read(bytes, from, (int) Math.min(length, left));
            left -= Math.max(0, count);
            return count;
        }
    }
}
