package io.groundswell.ingest.topic;

import io.groundswell.ingest.source.Stamps;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** When records were received. */
record RecordStamps(RecordValues values) {
    private static final long MICROS_PER_MILLI = 1000;

    /** Returns a record's received time in microseconds; empty where it has none. */
    OptionalLong of(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            return OptionalLong.empty();
        }
        if (values == RecordValues.ENVELOPES) {
            return Stamps.ofLine(record.value());
        }
        return record.timestamp() < 0 ? OptionalLong.empty() : OptionalLong.of(record.timestamp() * MICROS_PER_MILLI);
    }
}
