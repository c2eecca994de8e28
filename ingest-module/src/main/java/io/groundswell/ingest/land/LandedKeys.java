package io.groundswell.ingest.land;

import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.spark.util.sketch.BloomFilter;

/**
 * The keys of the changes that have landed, in Bloom filters, so that most new changes are known to be new without a
 * look at the table: a key that was added is always held, one that was not hardly ever. A filter takes a million keys in
 * 3.6 MB, and is forgotten once all of its changes lie behind the horizon. Not for several threads.
 */
final class LandedKeys {
    private static final long KEYS_A_FILTER = 1_000_000;
    private static final double FALSE_ANSWERS = 1e-6;
    private static final long BYTES_A_FILTER = 3_600_000;
    private static final long SHARE_OF_HEAP = 8;

    private final Deque<Generation> generations = new ArrayDeque<>();
    private final int maxFilters;

    LandedKeys(int maxFilters) {
        this.maxFilters = maxFilters;
    }

    /** Returns an empty one that never takes more than an eighth of the heap. */
    static LandedKeys ofThisHeap() {
        return new LandedKeys((int) Math.max(1, Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP / BYTES_A_FILTER));
    }

    /** Returns false if the key was certainly not added. */
    boolean mayHold(long key) {
        for (Generation generation : generations) {
            if (generation.filter.mightContainLong(key)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Adds the key of a change, unless there is no room.
     *
     * @param received when the change was received, in microseconds since 1970
     * @return whether there was
     */
    boolean add(long key, long received) {
        if (generations.isEmpty() || generations.getLast().keys == KEYS_A_FILTER) {
            if (generations.size() == maxFilters) {
                return false;
            }
            generations.add(new Generation());
        }
        generations.getLast().add(key, received);
        return true;
    }

    /** Makes room: what was received before a time, in microseconds since 1970, can be forgotten. */
    void forgetBefore(long received) {
        generations.removeIf(generation -> generation.newest < received);
    }

    private static final class Generation {
        private final BloomFilter filter = BloomFilter.create(KEYS_A_FILTER, FALSE_ANSWERS);
        private long keys;
        private long newest = Long.MIN_VALUE;

        void add(long key, long received) {
            filter.putLong(key);
            keys++;
            newest = Math.max(newest, received);
        }
    }
}
