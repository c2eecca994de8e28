package io.groundswell.app.doctor;

import java.util.List;

/** One thing that is looked at. */
public interface Check {

    /** Where what it looks at lies: an error there has the exit code. */
    enum Place {
        MACHINE(2),
        SETTINGS(2),
        LAKE(1);

        private final int exitCode;

        Place(int exitCode) {
            this.exitCode = exitCode;
        }

        int exitCode() {
            return exitCode;
        }
    }

    /** Returns its name in a report, such as {@code delta-log}. */
    String name();

    default Place place() {
        return Place.LAKE;
    }

    /** Returns what it found: at least one finding, if only that all is well. */
    List<Finding> examine(Patient patient);
}
