package io.groundswell.app.output;

import java.io.PrintStream;
import java.util.function.Supplier;

/** A line of a terminal that follows a step until it is closed, which wipes it out. */
final class LiveLine implements AutoCloseable {
    private static final long PAUSE_MILLIS = 200;
    /** Wipes out what stands on the line. */
    static final String WIPE = "\r\u001b[2K";

    private final PrintStream err;
    private final Thread thread;

    LiveLine(PrintStream err, Supplier<String> line) {
        this.err = err;
        thread = new Thread(() -> follow(line), "progress");
        thread.setDaemon(true);
        thread.start();
    }

    private void follow(Supplier<String> line) {
        try {
            while (true) {
                err.print(WIPE + line.get());
                err.flush();
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(); // else it might write once more behind what follows
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        err.print(WIPE);
        err.flush();
    }
}
