package io.groundswell.ingest;

import io.groundswell.ingest.land.ArchivedFrames;
import io.groundswell.ingest.land.FrameReading;
import io.groundswell.ingest.land.SpooledFrames;
import io.groundswell.ingest.land.StampedFrames;
import io.groundswell.ingest.parse.PostFormats;
import io.groundswell.ingest.topic.KafkaSettings;
import io.groundswell.ingest.topic.RecordValues;
import java.time.Instant;
import java.util.Optional;

/** How the frames of the settings' input are read. */
record FrameReadings(IngestSettings settings, KafkaSettings kafka, PostFormats formats) {

    /**
     * Returns the reading of a batch.
     *
     * @param frontier up to when the archives of the source had been received when the run started
     */
    FrameReading at(Instant now, Optional<Instant> frontier) {
        String source = settings.source();
        String format = settings.format();
        return switch (settings.kind()) {
            case ARCHIVE -> ArchivedFrames.of(source, format, formats, frontier, now);
            case SPOOL -> SpooledFrames.of(source, format, formats, now);
            case KAFKA ->
                kafka.values() == RecordValues.ENVELOPES
                        ? SpooledFrames.of(source, format, formats, now)
                        : StampedFrames.of(source, format, formats, now);
        };
    }
}
