package io.groundswell.ingest.simulate.wire;

import io.groundswell.ingest.spool.Bytes;
import java.time.LocalDate;
import java.util.SplittableRandom;

/** Renders posts with a fault. */
public final class Damage {
    private static final long DAY_MILLIS = 86_400_000;
    private static final long FUTURE_MILLIS = 10 * DAY_MILLIS;
    private static final long ANCIENT_MILLIS = 10_957 * DAY_MILLIS;
    private static final long LAST_DAY_MILLIS = LocalDate.of(9999, 12, 31).toEpochDay() * DAY_MILLIS;
    private static final int OVERSIZE_BYTES = 100_000;
    /** The first byte of a sequence of two: alone, it is no UTF-8. */
    private static final byte[] HALF_CHARACTER = {(byte) 0xC3, ' '};

    private final WireFormat format;
    private final SplittableRandom random;

    public Damage(WireFormat format, SplittableRandom random) {
        this.format = format;
        this.random = random;
    }

    /** Appends the frame of a post with this fault; the post is changed by it. */
    public void render(SimulatedPost post, Fault fault, Bytes out) {
        switch (fault) {
            case TRUNCATED -> {
                format.post(post, out);
                out.truncate(1 + random.nextInt(out.length() - 1));
            }
            case MISSING_FIELD, WRONG_TYPE -> format.flawed(post, fault, random, out);
            case BAD_UTF8 -> {
                post.append(HALF_CHARACTER, 2);
                format.post(post, out);
            }
            case FAR_FUTURE -> {
                post.createdMillis += FUTURE_MILLIS;
                format.post(post, out);
            }
            case ANCIENT -> {
                post.createdMillis -= ANCIENT_MILLIS;
                format.post(post, out);
            }
            case LAST_YEAR -> {
                post.createdMillis = LAST_DAY_MILLIS + Math.floorMod(post.createdMillis, DAY_MILLIS);
                format.post(post, out);
            }
            case OVERSIZED -> {
                byte[] text = post.text().copy();
                while (post.text().length() < OVERSIZE_BYTES) {
                    post.text().append(' ').append(text);
                }
                format.post(post, out);
            }
        }
    }
}
