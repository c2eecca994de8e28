package io.groundswell.ingest.land;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.table.Micros;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * When the batches of a query were first tried, by a clock of ours. What times can be true is judged by that moment: a
 * batch that is tried again, after a kill between its commits, takes and rejects the same frames as the first time. The
 * moment of the newest batch lies in the checkpoint's folder, and so lasts as long as the checkpoint.
 */
public record BatchMoments(String checkpoint, Configuration conf, Clock clock) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FILE = "batch-moment.json";
    private static final String BATCH = "batch";
    private static final String MICROS = "micros";

    /** Returns the moment of a batch; it is noted before anything of the batch is written. */
    public Instant of(long batch) {
        Path path = new Path(checkpoint, FILE);
        try {
            FileSystem fs = path.getFileSystem(conf);
            Optional<Instant> noted = noted(fs, path, batch);
            if (noted.isPresent()) {
                return noted.get();
            }
            long micros = Micros.of(clock.instant());
            try (OutputStream out = fs.create(path, true)) {
                JSON.writeValue(out, Map.of(BATCH, batch, MICROS, micros));
            }
            return Micros.instant(micros);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot use the checkpoint " + checkpoint, e);
        }
    }

    /** A note that was being written when the process died has no batch in it: nothing of the batch landed then. */
    private static Optional<Instant> noted(FileSystem fs, Path path, long batch) throws IOException {
        try (InputStream in = fs.open(path)) {
            JsonNode note = JSON.readTree(in);
            boolean isOfBatch =
                    note.path(BATCH).asLong(-1) == batch && note.path(MICROS).isIntegralNumber();
            return isOfBatch ? Optional.of(Micros.instant(note.path(MICROS).asLong())) : Optional.empty();
        } catch (FileNotFoundException | JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
