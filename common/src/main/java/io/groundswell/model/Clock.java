package io.groundswell.model;

/** Names of the clocks that a frame's {@code received_at} can come from. */
public final class Clock {
    /** The gateway that took the frame from its feed stamped it. */
    public static final String GATEWAY = "gateway";

    /** An archive has no arrival times: replay takes the post's own {@code created_at}. */
    public static final String REPLAY = "replay";

    private Clock() {}
}
