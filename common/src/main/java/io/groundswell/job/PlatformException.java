package io.groundswell.job;

/** A failure that a user can cause or mend: its message says what failed, why and what to do. */
public final class PlatformException extends RuntimeException {
    private final boolean isPassing;

    private PlatformException(String message, Throwable cause, boolean isPassing) {
        super(message, cause);
        this.isPassing = isPassing;
    }

    /** Returns a failure of usage or settings. */
    public static PlatformException usage(String message) {
        return new PlatformException(message, null, false);
    }

    /** Returns a failure of usage or settings with what revealed it. */
    public static PlatformException usage(String message, Throwable cause) {
        return new PlatformException(message, cause, false);
    }

    /** Returns a failure that passes by itself: the same command may succeed later. */
    public static PlatformException tryAgain(String message) {
        return new PlatformException(message, null, true);
    }

    /** Returns a failure that passes by itself, with what revealed it. */
    public static PlatformException tryAgain(String message, Throwable cause) {
        return new PlatformException(message, cause, true);
    }

    /** Returns the exit code of the command: 75 where trying again may help, else 2. */
    public int exitCode() {
        return isPassing ? 75 : 2;
    }
}
