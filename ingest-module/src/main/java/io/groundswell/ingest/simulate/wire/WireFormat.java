package io.groundswell.ingest.simulate.wire;

import io.groundswell.ingest.spool.Bytes;
import java.util.SplittableRandom;

/** How a feed puts posts on the wire. A frame is appended without its line end and holds no line end. */
public interface WireFormat {

    /** Returns the name of the feed, which is also that of its format. */
    String name();

    /** Appends the frame of a post. */
    void post(SimulatedPost post, Bytes out);

    /** Appends the frame that tells of a deletion at a time in milliseconds of the epoch. */
    void deletion(long postId, long authorId, long atMillis, Bytes out);

    /**
     * Appends the frame of a post with a field missing ({@link Fault#MISSING_FIELD}) or of another type
     * ({@link Fault#WRONG_TYPE}); which field is drawn.
     */
    void flawed(SimulatedPost post, Fault fault, SplittableRandom random, Bytes out);
}
