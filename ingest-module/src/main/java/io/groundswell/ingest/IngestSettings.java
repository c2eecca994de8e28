package io.groundswell.ingest;

import io.groundswell.ingest.parse.PostFormats;
import io.groundswell.job.Cadence;
import java.util.regex.Pattern;

/**
 * What is landed, and how.
 *
 * @param input {@code ingest.input}: a file or a folder, as a path or a {@code file:}, {@code hdfs:} or {@code s3a:}
 *     address; of Kafka the topic
 * @param source {@code ingest.source}: the feed's name; for envelopes, which name theirs, the one under which
 *     broken lines are rejected
 * @param format {@code ingest.format}: the wire format of frames without an envelope
 * @param kind {@code ingest.kind}
 * @param maxBytesPerBatch {@code ingest.max-bytes-per-batch}: decompressed; a compressed file is taken whole;
 *     Kafka counts records instead
 * @param cadence {@code ingest.cadence}; an archive ends, so it takes none that goes on
 * @param onGap {@code ingest.on-gap}: what to do where a topic lost records before they were read
 */
public record IngestSettings(
        String input,
        String source,
        String format,
        InputKind kind,
        long maxBytesPerBatch,
        Cadence cadence,
        OnGap onGap) {
    private static final Pattern SOURCE = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

    public static final IngestSettings DEFAULT =
            new IngestSettings("spool", "x", "x", InputKind.SPOOL, 160L << 20, Cadence.AVAILABLE_NOW, OnGap.STOP);

    public IngestSettings {
        if (input.isBlank()) {
            throw new IllegalArgumentException("ingest.input must name a file, a folder or a topic, was empty");
        }
        if (!SOURCE.matcher(source).matches()) {
            throw new IllegalArgumentException(
                    "ingest.source must be a name of lower-case letters, digits and . _ -, was '" + source + "'");
        }
        if (!PostFormats.names().contains(format)) {
            throw new IllegalArgumentException(
                    "ingest.format must be one of " + PostFormats.names() + ", was '" + format + "'");
        }
        if (kind == InputKind.ARCHIVE && cadence.isContinuous()) {
            throw new IllegalArgumentException(
                    "ingest.cadence must be available-now for an archive, which ends, was " + cadence);
        }
        if (maxBytesPerBatch < 1) {
            throw new IllegalArgumentException("ingest.max-bytes-per-batch must be >= 1, was " + maxBytesPerBatch);
        }
    }
}
