package io.groundswell.ingest.source;

import io.groundswell.ingest.parse.UnreadableFrame;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;

/**
 * Erases lines of a spool, or of a folder or file of frames, where they stand: each is overwritten by an {@link ErasedLine}
 * of its length, or by itself with masked ids, so that positions mean what they meant. A gateway may go on appending. A
 * packed file is packed anew to the length that it had.
 *
 * @param source of a line that is a frame and no envelope
 * @param format of a line that is a frame and no envelope
 */
public record SpoolErasure(LineErasure erasure, String source, String format, Configuration conf) {

    /** A stretch of a file and what it is to hold. */
    private record Patch(long position, byte[] bytes) {}

    /** Erases what is to be erased in the files of an input; returns how many lines. */
    public long in(Path input) {
        long lines = 0;
        try {
            for (LaneFile file : LaneFile.list(input.toUri().toString(), conf).values()) {
                lines += in(file);
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot erase lines of " + input, e);
        }
    }

    private long in(LaneFile file) throws IOException {
        Path path = Path.of(new org.apache.hadoop.fs.Path(file.path()).toUri().getPath());
        if (file.isCompressed()) {
            return inPacked(path);
        }
        List<Patch> patches;
        try (LineReader lines = new LineReader(Files.newInputStream(path), 0)) {
            patches = patches(lines);
        }
        if (!patches.isEmpty()) {
            try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
                for (Patch patch : patches) {
                    write(channel, patch);
                }
                channel.force(true);
            }
        }
        return patches.size();
    }

    private static void write(FileChannel channel, Patch patch) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(patch.bytes());
        while (bytes.hasRemaining()) {
            channel.write(bytes, patch.position() + bytes.position());
        }
    }

    private long inPacked(Path path) throws IOException {
        byte[] stored = Files.readAllBytes(path);
        Compression compression = Compression.of(path.toString());
        byte[] plain;
        try (InputStream in = compression.open(new ByteArrayInputStream(stored), conf)) {
            plain = in.readAllBytes();
        }
        List<Patch> patches = patches(new LineReader(new ByteArrayInputStream(plain), 0));
        if (patches.isEmpty()) {
            return 0;
        }
        for (Patch patch : patches) {
            System.arraycopy(patch.bytes(), 0, plain, (int) patch.position(), patch.bytes().length);
        }
        Path whole = path.resolveSibling("." + path.getFileName() + ".erased");
        try (OutputStream out = Files.newOutputStream(whole)) {
            out.write(Repacked.of(compression, plain, stored.length, path));
        }
        Files.move(whole, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return patches.size();
    }

    private List<Patch> patches(LineReader lines) throws IOException {
        List<Patch> patches = new ArrayList<>();
        while (lines.advance()) {
            byte[] line = lines.line();
            int length = lines.isTooLong()
                    ? Math.toIntExact(lines.position() - lines.lineStart() - (lines.isEnded() ? 1 : 0))
                    : line.length;
            patch(lines.lineStart(), line, length).ifPresent(patches::add);
        }
        return patches;
    }

    private Optional<Patch> patch(long position, byte[] line, int length) {
        if (line.length == 0 || ErasedLine.of(line).isPresent()) {
            return Optional.empty();
        }
        Optional<Envelope> envelope = envelope(line);
        byte[] left = envelope.map(read -> erasure.left(read.source(), read.format(), read.frame(), line))
                .orElse(null);
        if (envelope.isEmpty()) {
            left = erasure.left(source, format, line, line);
        }
        if (left == null) {
            return Optional.empty();
        }
        ErasedLine erased = envelope.map(read -> new ErasedLine(read.source(), read.format()))
                .orElse(new ErasedLine(null, null));
        return Optional.of(new Patch(position, left.length == 0 ? erased.bytes(length) : left));
    }

    private static Optional<Envelope> envelope(byte[] line) {
        try {
            return Optional.of(Envelope.decode(line));
        } catch (UnreadableFrame e) {
            return Optional.empty();
        }
    }
}
