package io.groundswell.ingest.simulate;

import io.groundswell.ingest.simulate.Truth.FeedOutage;
import io.groundswell.ingest.simulate.Truth.HashtagCommunity;
import io.groundswell.ingest.simulate.Truth.LatentTopic;
import io.groundswell.ingest.simulate.language.World;
import io.groundswell.ingest.simulate.plan.Plan;
import io.groundswell.ingest.simulate.plan.Plan.Extent;
import io.groundswell.ingest.simulate.plan.Planted;
import io.groundswell.ingest.simulate.profile.Profile;
import io.groundswell.ingest.simulate.sink.FrameSink;
import io.groundswell.ingest.simulate.sink.Pacer;
import io.groundswell.ingest.simulate.sink.Sleeper;
import io.groundswell.ingest.simulate.wire.WireFormat;
import io.groundswell.ingest.simulate.wire.WireFormats;
import io.groundswell.ingest.spool.SpoolWriter;
import io.groundswell.job.PlatformException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/**
 * Writes a seeded stream of posts in a wire format, in the order in which they are received, and the truth about it.
 * The same settings give the same bytes on any machine, which is why all that draws uses {@code StrictMath}.
 */
public final class Simulator {
    /** Grows whenever the same settings come to give other bytes, or another truth. */
    static final int VERSION = 2;

    private static final int BUFFER_BYTES = 1 << 18;
    private static final int POSTS_PER_AUTHOR = 8;
    private static final int MAX_AUTHORS = 2_000_000;

    private final SimulationSettings settings;
    private final Clock clock;
    private final Sleeper sleeper;
    private final WireFormat format;
    /** Read by whoever watches; written by one thread. */
    private final AtomicLong written = new AtomicLong();

    /** Returns a simulator that is paced by the system's clock. */
    public Simulator(SimulationSettings settings) {
        this(settings, Clock.systemUTC(), Sleeper.REAL);
    }

    /** Returns a simulator whose pace is kept by this clock; without a pace neither is asked. */
    public Simulator(SimulationSettings settings, Clock clock, Sleeper sleeper) {
        this.settings = settings;
        this.format = WireFormats.named(settings.format());
        this.clock = clock;
        this.sleeper = sleeper;
    }

    /**
     * Writes the stream into a spool with segments of the default size, and then the truth. The stream goes on for some hours behind
     * its last post, with what is late, edited and deleted. What an earlier run of the same
     * settings left there is written anew: ask {@link Simulation#isComplete} before.
     *
     * @throws PlatformException if the spool holds frames of something else
     */
    public Truth writeSpool(Path spool, Path truth) throws IOException {
        try (Simulation simulation = Simulation.open(truth, settings)) {
            simulation.begin(spool);
            Truth found = write(new FrameSink.ToSpool(SpoolWriter.open(spool), format.name()));
            simulation.finish(found);
            return found;
        }
    }

    /**
     * Writes the stream as lines, without the times at which they are received, and then the truth. The file is packed where
     * its name ends in {@code .gz}; it is there once it is whole. A device or a pipe is written to as it is.
     */
    public Truth writeFile(Path file, Path truth) throws IOException {
        if (Files.isDirectory(file)) {
            throw PlatformException.usage("%s is a folder. Name a file for the posts.".formatted(file));
        }
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        boolean isDevice = Files.exists(file) && !Files.isRegularFile(file);
        Path draft = isDevice ? file : folder.resolve(file.getFileName() + ".draft");
        try (Simulation simulation = Simulation.open(truth, settings)) {
            simulation.begin();
            Truth found =
                    write(new FrameSink.ToLines(open(draft, file.toString().endsWith(".gz"))));
            if (!isDevice) {
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
            simulation.finish(found);
            return found;
        }
    }

    /** Returns how many posts have been written so far; any thread may ask. */
    public long written() {
        return written.get();
    }

    private static OutputStream open(Path file, boolean isPacked) throws IOException {
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER_BYTES);
        return isPacked ? new GZIPOutputStream(out, BUFFER_BYTES) : out;
    }

    /** Writes the stream as lines, flushes and leaves {@code out} open. */
    public Truth writeLines(OutputStream out) throws IOException {
        FrameSink sink = new FrameSink.ToLines(new BufferedOutputStream(out, BUFFER_BYTES));
        Truth found = run(sink);
        sink.flush();
        return found;
    }

    /** Sends the stream to a sink, in the order in which it is received, and leaves the sink open. */
    public Truth send(FrameSink sink) throws IOException {
        return run(sink);
    }

    private Truth write(FrameSink sink) throws IOException {
        try (sink) {
            return run(sink);
        }
    }

    private Truth run(FrameSink sink) throws IOException {
        SplittableRandom random = new SplittableRandom(settings.seed());
        Profile profile = settings.named();
        Extent extent = settings.extent();
        World world = new World(settings.seed(), profile.topics(), authors(), profile.mix());
        Plan plan = Plan.of(extent, profile.planting(), world, random.split());
        PostStream stream =
                new PostStream(extent, world, plan, profile.planting().onceOnlyTags(), random.split());
        Outages outages = new Outages(profile.troubles().outages(), settings.start());
        Delivery delivery = new Delivery(
                stream,
                format,
                paced(sink),
                settings.faults(),
                profile.troubles().faults(),
                outages,
                random.split());
        Instant end = settings.start();
        while (stream.hasNext()) {
            end = Instant.ofEpochMilli(delivery.sendNext());
            written.lazySet(written.get() + 1);
        }
        delivery.drain();
        return truth(world, plan.planted(), outages.met(end), end, delivery);
    }

    /** As many in a long stream as in a day of it. */
    private int authors() {
        Extent extent = settings.extent();
        long days = Math.max(1, extent.span().toDays());
        return (int) Math.min(MAX_AUTHORS, Math.max(1, extent.posts() / days / POSTS_PER_AUTHOR));
    }

    private FrameSink paced(FrameSink sink) {
        return settings.pace() == 0
                ? sink
                : new Pacer(sink, settings.pace(), settings.start().toEpochMilli() * 1_000, clock, sleeper);
    }

    private Truth truth(World world, Planted planted, List<FeedOutage> outages, Instant end, Delivery delivery) {
        List<LatentTopic> topics = IntStream.range(0, world.topics().size())
                .mapToObj(topic -> new LatentTopic(topic, world.topics().words(topic)))
                .toList();
        List<HashtagCommunity> communities = IntStream.range(0, world.hashtags().communities())
                .mapToObj(community ->
                        new HashtagCommunity(community, world.hashtags().terms(community)))
                .toList();
        return new Truth(VERSION, settings.unpaced(), end, planted, outages, topics, communities, delivery.counts());
    }
}
