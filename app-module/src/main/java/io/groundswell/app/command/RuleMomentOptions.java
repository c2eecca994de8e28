package io.groundswell.app.command;

import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Option;

/** From when on a change of a rule holds, and why. */
final class RuleMomentOptions {
    @Option(names = "--comment", paramLabel = "TEXT", description = "Why.")
    private String comment;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            converter = MomentConverter.class,
            description = "The first moment of received time whose decisions follow the change, such as"
                    + " 2026-03-01T12:00:00Z (default: 10 seconds from now, or from the newest received time where that is"
                    + " later). A past one, as for an archive, must lie after what is decided and needs 'detect-trends' to"
                    + " stand still.")
    private Instant from;

    /** Returns why; null where nobody said. */
    String comment() {
        return comment;
    }

    Optional<Instant> from() {
        return Optional.ofNullable(from);
    }
}
