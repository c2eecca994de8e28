package io.groundswell.ingest.parse;

import java.io.IOException;

/** Ends the reading of a frame; it never leaves this module's readers. */
public final class UnreadableFrame extends IOException {
    private final Reason reason;
    private final String field;

    public UnreadableFrame(Reason reason, String field) {
        super(reason.label());
        this.reason = reason;
        this.field = field;
    }

    public Reading.Rejection rejection() {
        return new Reading.Rejection(reason, field);
    }

    /** Broken frames can come by the million: the stack of each tells nothing. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
