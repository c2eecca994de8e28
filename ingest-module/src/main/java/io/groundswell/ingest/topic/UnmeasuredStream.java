package io.groundswell.ingest.topic;

import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.connector.read.streaming.MicroBatchStream;
import org.apache.spark.sql.connector.read.streaming.Offset;
import org.apache.spark.sql.connector.read.streaming.ReadLimit;
import org.apache.spark.sql.connector.read.streaming.SupportsTriggerAvailableNow;

/** A stream that is another in all but this: it is none of those that report metrics. */
final class UnmeasuredStream implements MicroBatchStream, SupportsTriggerAvailableNow {
    private final MicroBatchStream stream;
    private final SupportsTriggerAvailableNow limited;

    /** Wraps a stream that can also end where its input ended when it was asked. */
    UnmeasuredStream(MicroBatchStream stream) {
        this.stream = stream;
        this.limited = (SupportsTriggerAvailableNow) stream;
    }

    @Override
    public Offset initialOffset() {
        return stream.initialOffset();
    }

    @Override
    public Offset deserializeOffset(String json) {
        return stream.deserializeOffset(json);
    }

    @Override
    public void prepareForTriggerAvailableNow() {
        limited.prepareForTriggerAvailableNow();
    }

    @Override
    public ReadLimit getDefaultReadLimit() {
        return limited.getDefaultReadLimit();
    }

    @Override
    public Offset latestOffset() {
        return stream.latestOffset();
    }

    @Override
    public Offset latestOffset(Offset start, ReadLimit limit) {
        return limited.latestOffset(start, limit);
    }

    @Override
    public Offset reportLatestOffset() {
        return limited.reportLatestOffset();
    }

    @Override
    public InputPartition[] planInputPartitions(Offset start, Offset end) {
        return stream.planInputPartitions(start, end);
    }

    @Override
    public PartitionReaderFactory createReaderFactory() {
        return stream.createReaderFactory();
    }

    @Override
    public void commit(Offset end) {
        stream.commit(end);
    }

    @Override
    public void stop() {
        stream.stop();
    }
}
