package io.groundswell.testkit.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.List;

/**
 * An append-only file of what is offered, each line on the disk before its frame is offered:
 *
 * <pre>{@code number|sha256|received micros|frame in Base64
 * number|acked}</pre>
 *
 * <p>The second line says that the spool has synced the frame: from then on it must not be lost. The frame is there so
 * that the checker can count anew without asking the product for a byte.
 */
public final class Ledger implements Closeable {
    static final String ACKED = "acked";

    private final FileChannel file;

    private Ledger(FileChannel file) {
        this.file = file;
    }

    /** Begins a ledger; there must be none at this place. */
    public static Ledger create(Path path) throws IOException {
        return new Ledger(FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    }

    /** Writes frames down, and returns once the lines are on the disk. */
    public void offer(List<OfferedFrame> frames) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (OfferedFrame frame : frames) {
            lines.append(frame.number())
                    .append('|')
                    .append(OfferedFrame.sha256(frame.payload()))
                    .append('|')
                    .append(frame.receivedMicros())
                    .append('|')
                    .append(Base64.getEncoder().encodeToString(frame.payload()))
                    .append('\n');
        }
        write(lines);
    }

    /** Writes down that the feed has these frames on its disk. */
    public void ack(List<OfferedFrame> frames) throws IOException {
        StringBuilder lines = new StringBuilder();
        frames.forEach(
                frame -> lines.append(frame.number()).append('|').append(ACKED).append('\n'));
        write(lines);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private void write(CharSequence lines) throws IOException {
        ByteBuffer bytes = UTF_8.encode(lines.toString());
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
        file.force(true);
    }
}
