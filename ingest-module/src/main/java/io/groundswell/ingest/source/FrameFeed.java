package io.groundswell.ingest.source;

import io.groundswell.job.BatchQuery;
import java.util.OptionalLong;
import org.apache.spark.api.java.function.VoidFunction2;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The frames of an input as one run takes them: rows as {@link FrameSource} has them. */
public interface FrameFeed extends AutoCloseable {

    /** Hands the frames that are new to the query to a function, batch by batch, as {@link BatchQuery#run} does. */
    void run(BatchQuery query, VoidFunction2<Dataset<Row>, Long> batches);

    /**
     * Returns the oldest received time, in microseconds, of what the input holds beyond a batch; empty where that is
     * nothing.
     *
     * @param batch one that is being worked on and whose frames have landed
     */
    OptionalLong unreadAfter(long batch);

    @Override
    void close();
}
