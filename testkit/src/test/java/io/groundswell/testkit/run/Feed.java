package io.groundswell.testkit.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.ingest.simulate.SimulationSettings;
import io.groundswell.ingest.simulate.Simulator;
import io.groundswell.ingest.spool.SpoolWriter;
import io.groundswell.testkit.ledger.Ledger;
import io.groundswell.testkit.ledger.OfferedFrame;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Simulated frames on their way into a spool, each in the ledger before it is offered. Simulated times, not ours. */
final class Feed implements Closeable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FORMAT = "x";

    private final List<OfferedFrame> frames;
    private final Ledger ledger;
    private final SpoolWriter spool;
    private int offered;

    private Feed(List<OfferedFrame> frames, Ledger ledger, SpoolWriter spool) {
        this.frames = frames;
        this.ledger = ledger;
        this.spool = spool;
    }

    /**
     * Makes posts, with what is late, repeated, edited, deleted and broken among them, and begins the ledger and the
     * spool in a folder.
     */
    static Feed of(Path folder, long posts, double days, long seed) throws IOException {
        SimulationSettings usual = SimulationSettings.DEFAULT;
        SimulationSettings settings =
                new SimulationSettings("null", posts, days, seed, usual.start(), 0, 2 * usual.faults(), FORMAT);
        Path simulated = folder.resolve("simulated");
        new Simulator(settings).writeSpool(simulated, folder.resolve("truth.json"));
        List<OfferedFrame> frames = new ArrayList<>();
        try (Stream<Path> segments = Files.list(simulated)) {
            for (Path segment : segments.filter(file -> file.toString().endsWith(".ndjson"))
                    .sorted()
                    .toList()) {
                try (Stream<String> lines = Files.lines(segment)) {
                    lines.forEach(line -> frames.add(frame(frames.size(), line)));
                }
            }
        }
        return new Feed(frames, Ledger.create(folder.resolve("ledger")), SpoolWriter.open(folder.resolve("spool")));
    }

    private static OfferedFrame frame(long number, String line) {
        try {
            JsonNode envelope = JSON.readTree(line);
            byte[] payload = envelope.has("payload")
                    ? envelope.get("payload").textValue().getBytes(UTF_8)
                    : Base64.getDecoder().decode(envelope.get("payload_base64").textValue());
            return new OfferedFrame(number, envelope.get("received_at").longValue(), payload);
        } catch (IOException e) {
            throw new UncheckedIOException("The simulator's spool has a line that is no envelope", e);
        }
    }

    /**
     * Makes the same posts, and lets what says so come in another order: most within seconds, many hours late, some of them
     * behind the horizon, and some by a clock that is minutes slow, before they were written.
     */
    static Feed shuffled(Path folder, long posts, double days, long seed) throws IOException {
        Feed feed = of(folder, posts, days, seed);
        SplittableRandom random = new SplittableRandom(seed);
        List<OfferedFrame> late = feed.frames.stream()
                .map(frame -> new OfferedFrame(0, frame.receivedMicros() + delayMicros(random), frame.payload()))
                .sorted(Comparator.comparingLong(OfferedFrame::receivedMicros))
                .toList();
        feed.frames.clear();
        for (OfferedFrame frame : late) {
            feed.frames.add(new OfferedFrame(feed.frames.size(), frame.receivedMicros(), frame.payload()));
        }
        return feed;
    }

    private static long delayMicros(SplittableRandom random) {
        double choice = random.nextDouble();
        if (choice < 0.05) {
            return -random.nextLong(TimeUnit.MINUTES.toMicros(10));
        }
        if (choice < 0.7) {
            return random.nextLong(TimeUnit.SECONDS.toMicros(3));
        }
        return random.nextLong(choice < 0.9 ? TimeUnit.HOURS.toMicros(1) : TimeUnit.HOURS.toMicros(60));
    }

    /** Returns how many frames there are in all. */
    int size() {
        return frames.size();
    }

    /** Offers so many frames more, as far as there are any. */
    void offer(int count) throws IOException {
        List<OfferedFrame> group = frames.subList(offered, Math.min(frames.size(), offered + count));
        ledger.offer(group);
        for (OfferedFrame frame : group) {
            spool.append(frame.receivedMicros(), FORMAT, FORMAT, frame.payload());
        }
        spool.sync();
        ledger.ack(group);
        offered += group.size();
    }

    void offerRest() throws IOException {
        offer(frames.size());
    }

    @Override
    public void close() throws IOException {
        spool.close();
        ledger.close();
    }
}
