package io.groundswell.testkit.run;

/**
 * A failpoint to fire.
 *
 * @param action {@code halt}, {@code throw} or {@code torn}
 * @param latestPass it fires at a pass from the first to this one, drawn by lot
 */
record Failure(Worker worker, String point, String action, int latestPass) {
    private static final int KILLED = 137;

    /** Returns the exit code of a process in which it has fired. */
    int exitCode() {
        return action.equals("throw") ? 1 : KILLED;
    }

    String name() {
        return worker.command() + " " + point + " " + action;
    }
}
