package io.groundswell.app.doctor;

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
        } catch (RuntimeException broken) {
            LOG.warn("Cannot examine {}", subject, broken);
            return List.of(Finding.error(
                    "%s can't be read: %s.".formatted(subject, line(broken)),
                    "Whatever reads it fails likewise.",
                    cure));
        }
    }

    /** Returns the innermost cause in one line, without the row that it may quote. */
    static String line(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        String told = cause.getClass().getSimpleName() + ": " + message;
        return told.length() > 200 ? told.substring(0, 200) + "…" : told;
    }
}
