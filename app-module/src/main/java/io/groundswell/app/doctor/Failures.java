package io.groundswell.app.doctor;

import java.io.FileNotFoundException;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a broken lake does to those who read it. */
final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    /** Returns the findings, or where the look itself fails that it did: what can't be read is a finding too. */
    static List<Finding> told(String subject, String cure, Supplier<List<Finding>> look) {
        try {
            return look.get();
        } catch (Exception broken) { // Scala throws checked ones that nobody declares
            LOG.warn("Cannot examine {}: {}", subject, line(broken));
            return List.of(Finding.error(
                    "%s can't be read: %s.".formatted(subject, line(broken)),
                    "Whatever reads it fails likewise.",
                    cure));
        }
    }

    /**
     * Returns the innermost cause by its type, and which file it missed. Other messages may quote what could not be read,
     * such as a post's text in a log's statistics.
     */
    static String line(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String type = cause.getClass().getSimpleName();
        return cause instanceof FileNotFoundException ? type + ": " + cause.getMessage() : type;
    }
}
