package io.groundswell.ingest.land;

import io.groundswell.ingest.source.FrameFeed;
import org.apache.spark.sql.SparkSession;

/** An input that is there. */
public interface FrameInput {

    /** Returns the input in full, so that it is the same however it was written. */
    String address();

    /** Returns a name for the query that reads it: made of the source and of all that says what is read and how. */
    String query();

    /**
     * Returns its frames.
     *
     * @param checkpoint of the query
     * @param before what had landed when the checkpoint was begun
     */
    FrameFeed feed(String checkpoint, LandedBefore before, SparkSession spark);
}
