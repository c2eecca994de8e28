package io.groundswell.ingest.source;

import io.groundswell.job.BatchQuery;
import java.util.OptionalLong;
import org.apache.spark.api.java.function.VoidFunction2;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The lines of files. */
public record FileFeed(Dataset<Row> frames, SpoolBacklog backlog) implements FrameFeed {
    @Override
    public void run(BatchQuery query, VoidFunction2<Dataset<Row>, Long> batches) {
        query.run(frames, batches);
    }

    @Override
    public OptionalLong unreadAfter(long batch) {
        return backlog.oldestAfter(batch);
    }

    @Override
    public void close() {
        // Nothing is held open.
    }
}
