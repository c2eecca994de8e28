package io.groundswell.session;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.zip.CRC32C;
import org.apache.hadoop.fs.StreamCapabilities;
import org.apache.hadoop.fs.Syncable;

/** Writes a new file and keeps its {@link FileSum} once it is whole: one that a crash cut off has none. */
final class SummedOutput extends FilterOutputStream implements Syncable, StreamCapabilities {
    private final Path file;
    private final CRC32C sum = new CRC32C();
    private long bytes;
    private boolean isWhole = true;

    SummedOutput(OutputStream out, Path file) {
        super(out);
        this.file = file;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] data, int from, int length) throws IOException {
        boolean wasWhole = isWhole;
        isWhole = false; // until it is written: a full disk takes a part
        out.write(data, from, length);
        sum.update(data, from, length);
        bytes += length;
        isWhole = wasWhole;
    }

    @Override
    public void close() throws IOException {
        out.close();
        if (isWhole) {
            isWhole = false; // a second call finds nothing to do
            FileSum.of(file, bytes, (int) sum.getValue()).keep(file);
        }
    }

    @Override
    public void hflush() throws IOException {
        if (out instanceof Syncable syncable) {
            syncable.hflush();
        }
    }

    @Override
    public void hsync() throws IOException {
        if (out instanceof Syncable syncable) {
            syncable.hsync();
        }
    }

    @Override
    public boolean hasCapability(String capability) {
        return out instanceof StreamCapabilities capable && capable.hasCapability(capability);
    }
}
