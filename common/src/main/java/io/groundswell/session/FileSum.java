package io.groundswell.session;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/**
 * What a local file held when it was written: an extended attribute of the file, so that it comes and goes with it, moves
 * with it and needs no file of its own. A disk that flips a bit, or whoever else writes to the file, leaves it as it was.
 * Where the disk or a copy knows no such attributes a file has none, and is taken as it is.
 *
 * @param bytes the file's length
 * @param whole CRC-32C of all of it
 * @param tail CRC-32C of its last {@link #TAIL} bytes, or of all of a shorter one: the part of a Parquet file that has no
 *     checksums of its own
 */
public record FileSum(long bytes, int whole, int tail) {
    /** The name that {@code getfattr} shows, behind {@code user.}. */
    static final String ATTRIBUTE = "groundswell.sum";

    /** A shorter Parquet file is compared wholly when it is opened: it is read wholly then anyway, or nearly. */
    static final int SHORT = 1 << 20;

    static final int TAIL = 1 << 16;

    private static final int BUFFER = 1 << 16;
    private static final int LONGEST = 64;
    private static final Pattern KEPT = Pattern.compile("(\\d{1,18}) ([0-9a-f]{1,8}) ([0-9a-f]{1,8})");

    /** Returns what a file holds now. */
    static FileSum of(Path file) throws IOException {
        CRC32C whole = new CRC32C();
        long bytes = 0;
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                whole.update(buffer, 0, read);
                bytes += read;
            }
        }
        return of(file, bytes, (int) whole.getValue());
    }

    /** Completes what is known of a whole file by its tail. */
    static FileSum of(Path file, long bytes, int whole) throws IOException {
        return new FileSum(bytes, whole, bytes <= TAIL ? whole : tail(file));
    }

    /** Returns what a file held when it was written; empty where nothing says so. */
    public static Optional<FileSum> kept(Path file) {
        UserDefinedFileAttributeView attributes = Files.getFileAttributeView(file, UserDefinedFileAttributeView.class);
        try {
            if (attributes == null || !attributes.list().contains(ATTRIBUTE)) {
                return Optional.empty();
            }
            ByteBuffer value = ByteBuffer.allocate(LONGEST);
            attributes.read(ATTRIBUTE, value);
            Matcher kept = KEPT.matcher(StandardCharsets.US_ASCII.decode(value.flip()));
            return kept.matches()
                    ? Optional.of(new FileSum(
                            Long.parseLong(kept.group(1)),
                            Integer.parseUnsignedInt(kept.group(2), 16),
                            Integer.parseUnsignedInt(kept.group(3), 16)))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // there is no such file, as who opens it finds; or the disk has no such attributes
        }
    }

    /** Whether a file is what was written, compared byte by byte; true where nothing says what that was. */
    public static boolean isAsWritten(Path file) throws IOException {
        return isStill(file, kept -> kept.equals(of(file)));
    }

    /**
     * Whether a file seems what was written: of Parquet, whose pages have checksums of their own, one that is not short is
     * compared by its length and its tail alone.
     */
    public static boolean seemsAsWritten(Path file) throws IOException {
        boolean hasPages = file.toString().endsWith(".parquet");
        return isStill(
                file,
                kept -> (kept.bytes <= SHORT || !hasPages)
                        ? kept.equals(of(file))
                        : kept.bytes == Files.size(file) && kept.tail == tail(file));
    }

    private interface Comparison {
        boolean isSame(FileSum kept) throws IOException;
    }

    /** Whoever writes a file anew takes the attribute away first: so a file that is just being written is no broken one. */
    private static boolean isStill(Path file, Comparison comparison) throws IOException {
        Optional<FileSum> kept = kept(file);
        try {
            return kept.isEmpty()
                    || comparison.isSame(kept.get())
                    || !kept(file).equals(kept);
        } catch (NoSuchFileException e) {
            return true; // it has just gone, as who opens it finds
        }
    }

    /** Keeps it beside a file, where the disk can do that. */
    void keep(Path file) {
        try {
            UserDefinedFileAttributeView attributes =
                    Files.getFileAttributeView(file, UserDefinedFileAttributeView.class);
            if (attributes != null) {
                String kept = "%d %x %x".formatted(bytes, whole, tail);
                attributes.write(ATTRIBUTE, StandardCharsets.US_ASCII.encode(kept));
            }
        } catch (IOException e) {
            return; // a file without is taken as it is
        }
    }

    /** Takes it from a file that is about to be written to; nothing where there is none. */
    static void forget(Path file) throws IOException {
        if (kept(file).isPresent()) {
            Files.getFileAttributeView(file, UserDefinedFileAttributeView.class).delete(ATTRIBUTE);
        }
    }

    private static int tail(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long from = Math.max(0, channel.size() - TAIL);
            ByteBuffer last = ByteBuffer.allocate((int) (channel.size() - from));
            while (last.hasRemaining() && channel.read(last, from + last.position()) >= 0) {
                // reads on
            }
            CRC32C sum = new CRC32C();
            sum.update(last.flip());
            return (int) sum.getValue();
        }
    }
}
