package io.groundswell.ingest.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.ingest.simulate.Frames.Frame;
import io.groundswell.ingest.simulate.Truth.FeedOutage;
import io.groundswell.ingest.simulate.profile.Troubles.Backlog;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds outages and impossible times against the truth. */
class RoughStreamTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    @TempDir
    private static Path folder;

    private static Truth truth;
    private static List<Frame> frames;

    @BeforeAll
    static void simulate() throws IOException {
        Path spool = folder.resolve("spool");
        SimulationSettings settings = new SimulationSettings("rough", 70_000, 1, 5, START, 0, 1, "x");
        truth = new Simulator(settings).writeSpool(spool, folder.resolve("truth.json"));
        frames = Frames.in(spool);
    }

    private static long micros(Instant time) {
        return time.toEpochMilli() * 1_000;
    }

    private static long received(Instant from, Instant until) {
        return frames.stream()
                .filter(frame -> frame.receivedAtMicros() >= micros(from) && frame.receivedAtMicros() < micros(until))
                .count();
    }

    @Test
    void receivesNothingInAnOutage() {
        assertThat(truth.outages()).extracting(FeedOutage::backlog).containsExactly(Backlog.LOST, Backlog.LATE);
        for (FeedOutage outage : truth.outages()) {
            Duration before = Duration.ofMinutes(10);
            assertThat(received(outage.start(), outage.end())).isZero();
            assertThat(received(outage.start().minus(before), outage.start())).isGreaterThan(300);
            assertThat(outage.frames()).isGreaterThan(1_000);
        }
    }

    @Test
    void keepsTheOrderInWhichFramesAreReceived() {
        assertThat(frames).extracting(Frame::receivedAtMicros).isSorted();
        assertThat(truth.counts().frames()).isEqualTo(frames.size());
    }

    @Test
    void neverReceivesWhatALostOutageTook() {
        FeedOutage lost = truth.outages().get(0);
        long sent = truth.counts().posts()
                + truth.counts().duplicates()
                + truth.counts().edits()
                + truth.counts().deletions()
                + truth.counts().broken();

        assertThat(frames).hasSize((int) (sent - lost.frames()));
        assertThat(frames.stream()
                        .filter(frame -> frame.isPost()
                                && frame.createdMillis() * 1_000 >= micros(lost.start())
                                && frame.createdMillis() * 1_000
                                        < micros(lost.end().minusSeconds(3)))
                        // What was late anyway was under way when the outage ended.
                        .filter(frame -> frame.receivedAtMicros() < micros(lost.end())))
                .isEmpty();
    }

    @Test
    void receivesTheBacklogOfALateOneBehindIt() {
        FeedOutage late = truth.outages().get(1);
        List<Frame> backlog = frames.stream()
                .filter(frame -> frame.isPost()
                        && frame.createdMillis() * 1_000 >= micros(late.start())
                        && frame.createdMillis() * 1_000 < micros(late.end().minusSeconds(3)))
                .toList();
        Instant caughtUp =
                late.end().plus(Duration.between(late.start(), late.end()).dividedBy(10));

        assertThat(backlog).hasSizeGreaterThan(1_000).allMatch(frame -> frame.receivedAtMicros() >= micros(late.end()));
        // But for what would have been late without the outage.
        assertThat(backlog.stream().filter(frame -> frame.receivedAtMicros() < micros(caughtUp)))
                .hasSizeGreaterThan(backlog.size() * 97 / 100);
    }

    @Test
    void holdsPostsOfImpossibleTimes() {
        List<String> years = frames.stream()
                .filter(frame -> frame.json() != null
                        && frame.json().at("/data/created_at").isTextual())
                .map(frame -> frame.text("/data/created_at").substring(0, 4))
                .toList();

        // An outage can lose some.
        assertThat(years.stream().filter("9999"::equals))
                .hasSizeBetween(
                        1, truth.counts().brokenByKind().get("last_year").intValue());
        assertThat(years.stream().filter("1996"::equals))
                .hasSizeBetween(1, truth.counts().brokenByKind().get("ancient").intValue());
    }
}
