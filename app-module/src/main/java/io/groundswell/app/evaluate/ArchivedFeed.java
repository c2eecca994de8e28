package io.groundswell.app.evaluate;

import io.groundswell.trends.evaluate.ReplayedChange;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** A file of frames, one a line, plain or packed by gzip, as if each had been received when its change was made. */
record ArchivedFeed(Path file, ChangeReader reader) {

    /** Returns all changes in the order in which they were made. */
    List<ReplayedChange> changes() throws IOException {
        List<ReplayedChange> changes = new ArrayList<>();
        // One byte a character, so that a frame's bytes pass as they are.
        try (InputStream stored = Files.newInputStream(file);
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(unpacked(stored), StandardCharsets.ISO_8859_1))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                reader.read(line.getBytes(StandardCharsets.ISO_8859_1)).ifPresent(changes::add);
            }
        }
        changes.sort(Comparator.comparingLong(ReplayedChange::received));
        return changes;
    }

    private InputStream unpacked(InputStream stored) throws IOException {
        return file.toString().endsWith(".gz") ? new GZIPInputStream(stored) : stored;
    }
}
