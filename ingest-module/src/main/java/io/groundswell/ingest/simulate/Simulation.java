package io.groundswell.ingest.simulate;

import io.groundswell.job.PlatformException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The state of a simulation on disk, told by its truth: that is written last, so one that is there stands for a whole
 * simulation. While one is under way, {@code <truth>.part} holds its settings and is locked.
 */
public final class Simulation implements Closeable {
    private static final String SEGMENT_END = ".ndjson";

    private final SimulationSettings settings;
    private final Path truth;
    private final Path part;
    private final FileChannel channel;

    private Simulation(Path truth, SimulationSettings settings) throws IOException {
        this.truth = truth.toAbsolutePath();
        this.settings = settings.unpaced();
        Files.createDirectories(this.truth.getParent());
        part = this.truth.resolveSibling(truth.getFileName() + ".part");
        channel = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    /**
     * Returns whether a simulation of these settings, at whatever pace, was written to its end.
     *
     * @param target the spool or file that it was written into, and which must still be there
     */
    public static boolean isComplete(Path target, Path truth, SimulationSettings settings) throws IOException {
        if (Files.notExists(target) || Files.notExists(truth)) {
            return false;
        }
        byte[] found = Files.readAllBytes(truth);
        return TruthJson.version(found) == Simulator.VERSION
                && TruthJson.parse(found).settings().equals(settings.unpaced());
    }

    /**
     * Takes the truth's place on disk.
     *
     * @throws PlatformException if another simulation is writing to it
     */
    static Simulation open(Path truth, SimulationSettings settings) throws IOException {
        Simulation simulation = new Simulation(truth, settings);
        if (!simulation.isLocked()) {
            simulation.channel.close();
            throw PlatformException.tryAgain("A simulation is already writing " + truth + ": wait until it ends.");
        }
        return simulation;
    }

    private boolean isLocked() throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /**
     * Begins to write into a spool. What an earlier run of the same settings left in it is deleted: the new run writes the
     * same bytes to the same places, so a reader that has begun can go on.
     *
     * @throws PlatformException if the spool holds anything else
     */
    void begin(Path spool) throws IOException {
        List<Path> segments = segments(spool);
        if (!segments.isEmpty() && !isBegun() && !isComplete(spool, truth, settings)) {
            throw PlatformException.usage("Spool " + spool
                    + " holds frames that are not of this simulation: name another folder, or empty this one.");
        }
        begin();
        for (Path segment : segments) {
            Files.delete(segment);
        }
    }

    /** Begins to write something that is there whole or not at all. */
    void begin() throws IOException {
        if (!isBegun()) {
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(mark()), 0);
            channel.force(true);
        }
        Files.deleteIfExists(truth);
    }

    /** Ends the simulation: from now on it is complete. */
    void finish(Truth found) throws IOException {
        TruthTables.of(truth).write(found);
        found.write(truth);
        channel.truncate(0);
    }

    /** Gives the truth's place free; a simulation that has begun and not ended can then be begun anew. */
    @Override
    public void close() throws IOException {
        try (channel) {
            if (channel.size() == 0) {
                Files.deleteIfExists(part);
            }
        }
    }

    private static List<Path> segments(Path spool) throws IOException {
        if (Files.notExists(spool)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(spool)) {
            return files.filter(file -> file.toString().endsWith(SEGMENT_END)).toList();
        }
    }

    /** Reads by the channel that is locked: to close another one of this file would give the lock back. */
    private boolean isBegun() throws IOException {
        ByteBuffer found = ByteBuffer.allocate((int) channel.size());
        while (found.hasRemaining() && channel.read(found, found.position()) >= 0) {}
        return Arrays.equals(found.array(), mark());
    }

    private byte[] mark() throws IOException {
        return TruthJson.renderSettings(Simulator.VERSION, settings);
    }
}
