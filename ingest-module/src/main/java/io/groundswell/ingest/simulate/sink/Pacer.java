package io.groundswell.ingest.simulate.sink;

import io.groundswell.job.PlatformException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;

/**
 * Holds each frame back until it is due: {@code pace} seconds of the stream pass in a second of the clock. What is due is
 * flushed before each wait.
 */
public final class Pacer implements FrameSink {
    /** Waits are at least this long, so that a quick stream goes on in small heaps and not frame by frame. */
    private static final Duration TICK = Duration.ofMillis(50);

    private final FrameSink sink;
    private final double pace;
    private final long startMicros;
    private final Clock clock;
    private final Sleeper sleeper;
    private final long beganMillis;

    /** Paces a stream that starts at a time in microseconds of the epoch, from now on. */
    public Pacer(FrameSink sink, double pace, long startMicros, Clock clock, Sleeper sleeper) {
        this.sink = sink;
        this.pace = pace;
        this.startMicros = startMicros;
        this.clock = clock;
        this.sleeper = sleeper;
        this.beganMillis = clock.millis();
    }

    @Override
    public void accept(long receivedAtMicros, byte[] frame) throws IOException {
        long dueMillis = beganMillis + (long) ((receivedAtMicros - startMicros) / 1_000.0 / pace);
        long ahead = dueMillis - clock.millis();
        if (ahead > 0) {
            sink.flush();
            await(Math.max(ahead, TICK.toMillis()));
        }
        sink.accept(receivedAtMicros, frame);
    }

    private void await(long millis) {
        try {
            sleeper.sleep(Duration.ofMillis(millis));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw PlatformException.tryAgain("The simulation was interrupted before its end: run it again.");
        }
    }

    @Override
    public void flush() throws IOException {
        sink.flush();
    }

    @Override
    public void close() throws IOException {
        sink.close();
    }
}
