package io.groundswell.app.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.job.PlatformException;
import io.groundswell.trends.evaluate.KnownEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A file of known events: a JSON list of objects with name, terms (a list of words in lower case), from and until (ISO
 * 8601 times).
 */
record EventFile(Path file) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Reads the events.
     *
     * @throws PlatformException if the file cannot be read as such a list
     */
    List<KnownEvent> read() {
        try {
            List<KnownEvent> events = new ArrayList<>();
            for (JsonNode event : JSON.readTree(Files.readAllBytes(file))) {
                Set<String> terms = new HashSet<>();
                event.required("terms").forEach(term -> terms.add(term.asText().toLowerCase(Locale.ROOT)));
                if (terms.isEmpty()) {
                    throw new IllegalArgumentException("an event has no list of terms");
                }
                events.add(new KnownEvent(
                        event.required("name").asText(),
                        terms,
                        Instant.parse(event.required("from").asText()),
                        Instant.parse(event.required("until").asText())));
            }
            return events;
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            throw PlatformException.usage(
                    "Cannot read events of %s: %s. It must be a JSON list of {name, terms, from, until}, with times such as 2017-08-25T00:00:00Z."
                            .formatted(file, e.getMessage()),
                    e);
        }
    }
}
