package io.groundswell.ingest.parse;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damages frames by chance: flips bits, cuts, doubles and splices pieces in. */
public final class Mutator {
    private static final List<String> PIECES = List.of(
            "\"",
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "null",
            "true",
            "1e999999",
            "-1",
            "99999999999999999999",
            "\\ud800",
            "\\u0000",
            "\u00C0\u00AF",
            "\u00EF\u00BB\u00BF",
            "[".repeat(2_000),
            "{\"a\":".repeat(500),
            "9".repeat(300),
            "<p>".repeat(3_000));

    private final List<byte[]> frames;
    private final Random random;

    public Mutator(List<byte[]> frames, long seed) {
        this.frames = List.copyOf(frames);
        this.random = new Random(seed);
    }

    /** Returns one of the frames with up to three mutations. */
    public byte[] next() {
        byte[] frame = frames.get(random.nextInt(frames.size())).clone();
        for (int times = random.nextInt(4); times > 0; times--) {
            int at = random.nextInt(frame.length + 1);
            int to = Math.min(frame.length, at + random.nextInt(20));
            frame = switch (random.nextInt(5)) {
                case 0 -> flipped(frame, at);
                case 1 -> Arrays.copyOf(frame, at);
                case 2 -> spliced(frame, at, to, new byte[0]);
                case 3 ->
                    spliced(
                            frame,
                            at,
                            at,
                            PIECES.get(random.nextInt(PIECES.size())).getBytes(ISO_8859_1));
                default -> spliced(frame, at, at, Arrays.copyOfRange(frame, at, to));
            };
        }
        return frame;
    }

    private byte[] flipped(byte[] frame, int at) {
        byte[] flipped = frame.clone();
        if (at < flipped.length) {
            flipped[at] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
    }

    private static byte[] spliced(byte[] frame, int from, int to, byte[] piece) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(frame, 0, from);
        out.writeBytes(piece);
        out.write(frame, to, frame.length - to);
        return out.toByteArray();
    }
}
