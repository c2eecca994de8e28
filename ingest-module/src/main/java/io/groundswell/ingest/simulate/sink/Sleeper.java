package io.groundswell.ingest.simulate.sink;

import java.time.Duration;

/** Lets time pass; tests let it pass at once. */
@FunctionalInterface
public interface Sleeper {
    /** The thread's own sleep. */
    Sleeper REAL = duration -> Thread.sleep(duration.toMillis());

    /** Returns when so much time has passed. */
    void sleep(Duration duration) throws InterruptedException;
}
