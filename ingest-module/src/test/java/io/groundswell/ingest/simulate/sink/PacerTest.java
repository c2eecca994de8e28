package io.groundswell.ingest.simulate.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groundswell.job.PlatformException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PacerTest {
    private static final long SECOND_MICROS = 1_000_000;

    private final List<String> events = new ArrayList<>();
    private final Recorder sink = new Recorder();
    private final HandClock clock = new HandClock();

    private final class Recorder implements FrameSink {
        @Override
        public void accept(long receivedAtMicros, byte[] frame) {
            events.add("frame " + receivedAtMicros / SECOND_MICROS + " at " + clock.millis());
        }

        @Override
        public void flush() {
            events.add("flush");
        }

        @Override
        public void close() {
            events.add("close");
        }
    }

    private static final class HandClock extends Clock {
        private Instant now = Instant.EPOCH;

        void pass(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void waitsUntilAFrameIsDueAndFlushesBefore() throws IOException {
        Pacer pacer = new Pacer(sink, 10, 0, clock, clock::pass);

        pacer.accept(0, new byte[0]);
        pacer.accept(20 * SECOND_MICROS, new byte[0]);
        pacer.accept(20 * SECOND_MICROS, new byte[0]);
        pacer.close();

        assertThat(events).containsExactly("frame 0 at 0", "flush", "frame 20 at 2000", "frame 20 at 2000", "close");
    }

    @Test
    void waitsNoLessThanATick() throws IOException {
        Pacer pacer = new Pacer(sink, 1_000, 0, clock, clock::pass);

        pacer.accept(SECOND_MICROS, new byte[0]);
        pacer.accept(49 * SECOND_MICROS, new byte[0]);

        assertThat(events).containsExactly("flush", "frame 1 at 50", "frame 49 at 50");
    }

    @Test
    void catchesUpWithoutWaiting() throws IOException {
        Pacer pacer = new Pacer(sink, 1, 0, clock, clock::pass);
        clock.pass(Duration.ofSeconds(100));

        pacer.accept(50 * SECOND_MICROS, new byte[0]);

        assertThat(events).containsExactly("frame 50 at 100000");
    }

    @Test
    void endsWhenInterrupted() {
        Pacer pacer = new Pacer(sink, 1, 0, clock, duration -> {
            throw new InterruptedException();
        });

        assertThatThrownBy(() -> pacer.accept(SECOND_MICROS, new byte[0])).isInstanceOf(PlatformException.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
