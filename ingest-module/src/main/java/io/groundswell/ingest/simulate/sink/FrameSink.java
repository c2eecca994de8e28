package io.groundswell.ingest.simulate.sink;

import io.groundswell.ingest.spool.SpoolWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/** Where frames go, in the order in which they are received. */
public interface FrameSink extends Closeable {

    /** Takes a frame without its line end, and when it is received in microseconds of the epoch. */
    void accept(long receivedAtMicros, byte[] frame) throws IOException;

    /** Makes what was accepted visible to readers. */
    void flush() throws IOException;

    /** A spool, with the time at which each frame is received. */
    record ToSpool(SpoolWriter spool, String source) implements FrameSink {
        @Override
        public void accept(long receivedAtMicros, byte[] frame) throws IOException {
            spool.append(receivedAtMicros, source, source, frame);
        }

        @Override
        public void flush() throws IOException {
            spool.flush();
        }

        @Override
        public void close() throws IOException {
            spool.close();
        }
    }

    /** The frames alone, one a line. */
    record ToLines(OutputStream out) implements FrameSink {
        @Override
        public void accept(long receivedAtMicros, byte[] frame) throws IOException {
            out.write(frame);
            out.write('\n');
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
