package io.groundswell.ingest.simulate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groundswell.ingest.simulate.Truth.FrameCounts;
import io.groundswell.ingest.spool.SpoolWriter;
import io.groundswell.job.PlatformException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulationTest {
    private static final SimulationSettings SETTINGS = settings(1, 0);

    @TempDir
    private Path folder;

    private Path spool;
    private Path truth;

    private static SimulationSettings settings(long seed, double pace) {
        Instant start = Instant.parse("2026-03-01T00:00:00Z");
        return new SimulationSettings("day", 2_000, 0.001, seed, start, pace, 1, "x");
    }

    @BeforeEach
    void nameFiles() {
        spool = folder.resolve("spool");
        truth = folder.resolve("truth.json");
    }

    private byte[] segment() throws IOException {
        return Files.readAllBytes(spool.resolve("000000000001.ndjson"));
    }

    private void interrupt(SimulationSettings paced) {
        AtomicLong left = new AtomicLong(30);
        Simulator simulator = new Simulator(paced, Clock.systemUTC(), duration -> {
            if (left.decrementAndGet() == 0) {
                throw new InterruptedException();
            }
        });
        assertThatThrownBy(() -> simulator.writeSpool(spool, truth)).isInstanceOf(PlatformException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void givesTheSameBytesForTheSameSettings() throws IOException {
        Truth first = new Simulator(SETTINGS).writeSpool(spool, truth);
        byte[] bytes = segment();

        Truth second = new Simulator(SETTINGS).writeSpool(spool, truth);

        assertThat(segment()).isEqualTo(bytes);
        assertThat(second).isEqualTo(first);
    }

    /** A change of this digest is a change of the stream: {@link Simulator#VERSION} grows with it. */
    @Test
    void givesTheBytesOfItsVersion() throws IOException, NoSuchAlgorithmException {
        SimulationSettings settings = new SimulationSettings("day", 2_000, 0, 1, SETTINGS.start(), 0, 1, "x");
        new Simulator(settings).writeSpool(spool, truth);

        byte[] digest = MessageDigest.getInstance("SHA-256").digest(segment());
        assertThat(Simulator.VERSION + " " + HexFormat.of().formatHex(digest))
                .isEqualTo("2 cf3bfab49e918cb7cf3c4fe95dbe979d80bc9521a99035e92f77134bc2393c57");
    }

    @Test
    void givesOtherBytesForAnotherSeed() throws IOException {
        new Simulator(SETTINGS).writeSpool(spool, truth);
        byte[] bytes = segment();
        spool = folder.resolve("other");

        new Simulator(settings(2, 0)).writeSpool(spool, folder.resolve("other.json"));

        assertThat(segment()).isNotEqualTo(bytes);
    }

    @Test
    void givesTheSameBytesAtAnyPace() throws IOException {
        new Simulator(SETTINGS).writeSpool(spool, truth);
        byte[] bytes = segment();
        spool = folder.resolve("paced");

        new Simulator(settings(1, 1_000_000), Clock.systemUTC(), duration -> {})
                .writeSpool(spool, folder.resolve("paced.json"));

        assertThat(segment()).isEqualTo(bytes);
    }

    @Test
    void isCompleteOnceTheTruthIsThere() throws IOException {
        assertThat(Simulation.isComplete(spool, truth, SETTINGS)).isFalse();

        new Simulator(SETTINGS).writeSpool(spool, truth);

        assertThat(Simulation.isComplete(spool, truth, SETTINGS)).isTrue();
        assertThat(Simulation.isComplete(spool, truth, settings(1, 60))).isTrue();
        assertThat(Simulation.isComplete(spool, truth, settings(2, 0))).isFalse();
        assertThat(Simulation.isComplete(folder.resolve("gone"), truth, SETTINGS))
                .isFalse();
        assertThat(folder).isDirectoryNotContaining("glob:**.{part,draft}");
    }

    @Test
    void takesTheTruthOfAnotherVersionForNone() throws IOException {
        new Simulator(SETTINGS).writeSpool(spool, truth);
        Files.writeString(truth, "{\"version\": 1, \"settings\": {\"posts\": 2000, \"topics\": 12}}");

        assertThat(Simulation.isComplete(spool, truth, SETTINGS)).isFalse();
    }

    @Test
    void writesAnUnfinishedOneAnew() throws IOException {
        SimulationSettings paced = settings(1, 1);
        interrupt(paced);
        assertThat(segment()).isNotEmpty();
        assertThat(Simulation.isComplete(spool, truth, paced)).isFalse();

        new Simulator(SETTINGS).writeSpool(spool, truth);

        assertThat(Frames.in(spool)).hasSizeGreaterThan(2_000);
        assertThat(Simulation.isComplete(spool, truth, SETTINGS)).isTrue();
    }

    @Test
    void neverOverwritesTheFramesOfAnotherSimulation() throws IOException {
        interrupt(settings(2, 1));
        byte[] bytes = segment();

        assertThatThrownBy(() -> new Simulator(SETTINGS).writeSpool(spool, truth))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("not of this simulation");

        assertThat(segment()).isEqualTo(bytes);
    }

    @Test
    void neverOverwritesTheFramesOfAFeed() throws IOException {
        try (SpoolWriter feed = SpoolWriter.open(spool)) {
            feed.append(1, "x", "x", "a real frame".getBytes(UTF_8));
        }
        byte[] bytes = segment();

        assertThatThrownBy(() -> new Simulator(SETTINGS).writeSpool(spool, truth))
                .isInstanceOf(PlatformException.class);

        assertThat(segment()).isEqualTo(bytes);
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void refusesASecondSimulationOfTheSameTruth() throws IOException {
        try (Simulation first = Simulation.open(truth, SETTINGS)) {
            first.begin();

            assertThatThrownBy(() -> new Simulator(SETTINGS).writeSpool(spool, truth))
                    .isInstanceOf(PlatformException.class)
                    .hasMessageContaining("already writing");
        }
    }

    @Test
    void writesThePayloadsAloneToFilesAndStreams() throws IOException {
        Path packed = folder.resolve("posts.jsonl.gz");
        Path plain = folder.resolve("posts.jsonl");
        ByteArrayOutputStream lines = new ByteArrayOutputStream();

        Truth found = new Simulator(SETTINGS).writeFile(packed, truth);
        new Simulator(SETTINGS).writeFile(plain, folder.resolve("plain.json"));
        new Simulator(SETTINGS).writeLines(lines);

        try (InputStream in = new GZIPInputStream(Files.newInputStream(packed))) {
            assertThat(in.readAllBytes()).isEqualTo(lines.toByteArray());
        }
        assertThat(plain).hasBinaryContent(lines.toByteArray());
        assertThat(lines.toString(UTF_8).lines()).hasSize((int) found.counts().frames());
        assertThat(Simulation.isComplete(packed, truth, SETTINGS)).isTrue();
    }

    @Test
    void takesAsLongAsThePaceSays() throws IOException {
        AtomicLong slept = new AtomicLong();
        SteppingClock clock = new SteppingClock(slept);

        Truth found = new Simulator(settings(1, 10), clock, duration -> slept.addAndGet(duration.toMillis()))
                .writeSpool(spool, truth);

        // The stream goes on behind its last post, for what is late and what is changed later.
        long stream = Duration.between(SETTINGS.start(), found.end()).toMillis();
        assertThat(slept.get())
                .isBetween(stream / 10, (stream + Duration.ofHours(4).toMillis()) / 10);
    }

    @Test
    void makesNoFaultsWhereNoneAreAskedFor() throws IOException {
        SimulationSettings clean = new SimulationSettings("day", 1_000, 0, 1, SETTINGS.start(), 0, 0, "x");

        Truth found = new Simulator(clean).writeLines(new ByteArrayOutputStream());

        assertThat(found.counts()).isEqualTo(new FrameCounts(1_000, 1_000, 0, 0, 0, 0, 0, Map.of()));
    }

    private static final class SteppingClock extends Clock {
        private final AtomicLong millis;

        SteppingClock(AtomicLong millis) {
            this.millis = millis;
        }

        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(millis.get());
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
}
