package io.groundswell.ingest.simulate.compose;

import io.groundswell.ingest.simulate.wire.SimulatedPost;
import io.groundswell.ingest.simulate.wire.SimulatedPost.Kind;
import java.util.SplittableRandom;

/** The last posts, which are what people repeat and answer. Each is written into the place of the oldest. */
public final class RecentPosts {
    private static final int SIZE = 512;
    private static final int TRIES = 4;

    private final SimulatedPost[] ring = new SimulatedPost[SIZE];
    private int next;

    public RecentPosts() {
        for (int i = 0; i < SIZE; i++) {
            ring[i] = new SimulatedPost();
            ring[i].clear();
        }
    }

    /** Returns the place for the next post, to be filled. */
    public SimulatedPost next() {
        SimulatedPost slot = ring[next];
        next = (next + 1) % SIZE;
        return slot;
    }

    /**
     * Draws one that is no repost itself and belongs to no plant, the newer the likelier; null where a few draws find none.
     * Planted trends are kept apart so that their authors are exactly those that were planned.
     */
    SimulatedPost draw(SplittableRandom random) {
        for (int tries = 0; tries < TRIES; tries++) {
            double back = random.nextDouble();
            // The newest lies two places back: the last one handed out is still being filled.
            SimulatedPost post = ring[Math.floorMod(next - 2 - (int) (back * back * (SIZE - 2)), SIZE)];
            if (post.id != 0 && post.kind != Kind.REPOST && post.plant < 0) {
                return post;
            }
        }
        return null;
    }
}
