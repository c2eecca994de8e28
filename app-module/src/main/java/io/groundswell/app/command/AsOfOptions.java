package io.groundswell.app.command;

import io.groundswell.app.finding.AsOf;
import io.groundswell.job.PlatformException;
import java.time.Instant;
import picocli.CommandLine.Option;

/** The moment of a list, and what it knows. */
final class AsOfOptions {
    @Option(
            names = "--at",
            paramLabel = "TIME",
            converter = MomentConverter.class,
            description = "The list of this moment of received time, such as 2026-03-01T14:05:00Z, as it was decided by"
                    + " then (default: that of the newest decision).")
    private Instant at;

    @Option(
            names = "--as-of",
            paramLabel = "TIME|now",
            converter = NowOrMomentConverter.class,
            description = "With --at: what the list of then knows, by the decisions up to this moment; 'now' for all.")
    private Instant asOf;

    @Option(
            names = "--diff",
            description =
                    "With --at: what the decisions since then, or up to --as-of, have changed in its list, and why.")
    private boolean isDiff;

    boolean isDiff() {
        return isDiff;
    }

    /** Returns the list that is asked for. */
    AsOf list() {
        check();
        return at == null ? AsOf.NEWEST : new AsOf(at, asOf == null ? at : known());
    }

    /** Returns the list as it was decided by its moment. */
    AsOf then() {
        check();
        return AsOf.then(at);
    }

    /** Returns the same list as it is known later. */
    AsOf later() {
        check();
        return new AsOf(at, asOf == null ? null : known());
    }

    private Instant known() {
        return asOf.equals(Instant.MAX) ? null : asOf;
    }

    private void check() {
        if (at == null && (asOf != null || isDiff)) {
            throw PlatformException.usage(
                    "%s says nothing without a moment. Name one by --at, such as --at 2026-03-01T14:05:00Z"
                            .formatted(isDiff ? "--diff" : "--as-of"));
        }
        if (at != null && asOf != null && asOf.isBefore(at)) {
            throw PlatformException.usage(
                    "The list of %s can't be made of what was known at %s. Name a later --as-of, or an earlier --at"
                            .formatted(at, asOf));
        }
    }
}
