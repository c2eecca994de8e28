package io.groundswell.job;

import java.io.OutputStream;
import java.util.List;

/**
 * Named places at which a test can make the process fail, to see what that leaves behind. Inert unless the system property
 * {@code groundswell.failpoints} arms some: a list of {@code name:when} or {@code name:when:action}, parted by commas.
 *
 * <p>{@code when} is a whole number n, for the n-th time that the place is passed, or a rate such as {@code 0.05}, for
 * each time with that probability, drawn from the seed {@code groundswell.failpoints.seed} (0). {@code action} is
 * {@code halt} (the default: as if killed with signal 9), {@code throw}, {@code delay=MILLIS} or, where a file is
 * written, {@code torn}: half of it reaches the disk, then the process halts.
 *
 * <p>Each place that fires first appends a line {@code name action pass} to the file that
 * {@code groundswell.failpoints.fired} names.
 */
public final class Failpoints {
    private static final List<Failpoint> ARMED = Failpoint.parse(
            System.getProperty("groundswell.failpoints", ""),
            Long.getLong("groundswell.failpoints.seed", 0),
            System.getProperty("groundswell.failpoints.fired", ""));

    private Failpoints() {}

    /**
     * Passes the place of a name such as {@code bronze.afterCommit}.
     *
     * @throws IllegalStateException if the place is armed to throw
     */
    public static void hit(String name) {
        for (Failpoint armed : ARMED) {
            if (armed.isAt(name)) {
                armed.pass();
            }
        }
    }

    /** Passes a place at which a file is written; returns where its bytes go, which may be torn off. */
    public static OutputStream tearing(String name, OutputStream file) {
        OutputStream out = file;
        for (Failpoint armed : ARMED) {
            if (armed.isAt(name)) {
                out = armed.pass(out);
            }
        }
        return out;
    }
}
