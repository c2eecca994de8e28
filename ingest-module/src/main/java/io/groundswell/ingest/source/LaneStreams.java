package io.groundswell.ingest.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.compress.GzipCodec;

/** Opens the bytes of a range. */
final class LaneStreams {
    private LaneStreams() {}

    /**
     * Returns the decompressed bytes of a range. Of a gzip file an {@link IOException} means that its content is
     * broken; where the storage fails it is an {@link UncheckedIOException}.
     */
    static InputStream open(LaneRange range, long from, Configuration conf) throws IOException {
        Path path = new Path(range.path());
        FSDataInputStream stored = path.getFileSystem(conf).open(path);
        if (LaneFile.isGzip(range.lane())) {
            // Hadoop's codec reads files of several gzip members on any file system, java.util.zip's does not.
            GzipCodec codec = new GzipCodec();
            codec.setConf(conf);
            return codec.createInputStream(new Stored(stored));
        }
        stored.seek(from);
        return new Bounded(stored, range.laneEnd() - from);
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
