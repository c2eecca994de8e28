package io.groundswell.ingest.land;

import com.fasterxml.jackson.core.type.TypeReference;
import io.groundswell.ingest.source.CheckpointNote;
import io.groundswell.table.Micros;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;

/**
 * When the batches of a query were first tried, by a clock of ours. What times can be true is judged by that moment: a
 * batch that is tried again, after a kill between its commits, takes and rejects the same frames as the first time. The
 * moment of the newest batch lies in the checkpoint's folder, and so lasts as long as the checkpoint.
 */
public record BatchMoments(String checkpoint, Configuration conf, Clock clock) {
    private static final String FILE = "batch-moment.json";
    private static final String BATCH = "batch";
    private static final String MICROS = "micros";

    /**
     * Returns the moment of a batch; it is noted before anything of the batch is written, so where the note is torn
     * nothing of the batch has landed.
     *
     * @throws io.groundswell.job.PlatformException if a note that was whole says something else now
     */
    public Instant of(long batch) {
        CheckpointNote note = new CheckpointNote(checkpoint, FILE);
        long micros = note.readIfWhole(conf, new TypeReference<Map<String, Long>>() {})
                .filter(noted -> noted.getOrDefault(BATCH, -1L) == batch)
                .map(noted -> noted.get(MICROS))
                .orElseGet(() -> {
                    long now = Micros.of(clock.instant());
                    note.write(conf, Map.of(BATCH, batch, MICROS, now));
                    return now;
                });
        return Micros.instant(micros);
    }
}
