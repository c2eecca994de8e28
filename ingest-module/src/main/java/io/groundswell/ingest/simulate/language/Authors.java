package io.groundswell.ingest.simulate.language;

import io.groundswell.ingest.spool.Bytes;
import java.util.SplittableRandom;

/** The people who post: numbered from 0 by how much they post, with an id and a name each. */
public final class Authors {
    private static final double EXPONENT = 0.7;
    private static final long FIRST_ID = 1_000_000_000L;
    /** Odd, so that multiplying by it modulo a power of two gives no id twice. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private static final long ID_MASK = (1L << 40) - 1;

    private final AliasTable table;
    private final int size;
    private final Tongue names;

    Authors(int size, Tongue names) {
        this.size = size;
        this.names = names;
        table = AliasTable.zipf(size, EXPONENT);
    }

    /** Returns the number of authors. */
    public int size() {
        return size;
    }

    /** Draws an author by how much they post. */
    public int next(SplittableRandom random) {
        return table.next(random);
    }

    /** Returns the numeric id of an author, which tells nothing of their rank. */
    public long id(int author) {
        return FIRST_ID + (((author + 1) * SPREAD) & ID_MASK);
    }

    /** Returns the user name of an author, in ASCII. */
    public byte[] username(int author) {
        int word = Math.floorMod(author * 31, names.words().size());
        return new Bytes(24)
                .append(names.words().get(word).utf8())
                .append((long) author)
                .copy();
    }
}
