package io.groundswell.job;

import io.groundswell.table.Lake;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The right to run one job on one lake. On a local lake it is a lock that the operating system drops with the process,
 * so a killed job never blocks its restart. Lakes elsewhere have no lease: schedule one run at a time there.
 */
public final class Lease implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Lease.class);

    /** What the lease of one batch of a job has behind the job's name. */
    public static final String OF_BATCH = ".batch";

    private static final long PAUSE_MILLIS = 50;

    private final FileChannel channel;

    private Lease(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lease of a job.
     *
     * @throws PlatformException with exit code 75 if another run holds it
     */
    public static Lease take(Lake lake, String job) {
        return await(lake, job, Duration.ZERO);
    }

    /**
     * Takes the lease of a job, or of a table that several jobs write, once whoever holds it gives it back.
     *
     * @throws PlatformException with exit code 75 if it is held for longer than the patience
     */
    public static Lease await(Lake lake, String job, Duration patience) {
        try {
            return awaitLock(lake, job, patience);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot take the lease of " + job + " on " + lake.root(), e);
        }
    }

    /** Whether some run holds the lease of a job just now; never where lakes have none. */
    public static boolean isHeld(Lake lake, String job) {
        if (lake.localRoot().isEmpty()) {
            return false;
        }
        try (Lease lease = take(lake, job)) {
            return false;
        } catch (PlatformException held) {
            return true;
        }
    }

    private static Lease awaitLock(Lake lake, String job, Duration patience) throws IOException {
        Optional<Path> root = lake.localRoot();
        if (root.isEmpty()) {
            LOG.warn("No lease for {} on {}: see to it that runs don't overlap", job, lake.root());
            return new Lease(null);
        }
        Path file = root.get().resolve("_leases").resolve(job + ".lock");
        Files.createDirectories(file.getParent());
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        long end = System.nanoTime() + patience.toNanos();
        while (!isLocked(channel)) {
            if (System.nanoTime() - end >= 0 || !paused()) {
                channel.close();
                throw PlatformException.tryAgain(
                        "Another '%s' is running on the lake %s. Wait for it to end, or stop it, and try again."
                                .formatted(job, lake.root()));
            }
        }
        return new Lease(channel);
    }

    /** Waits a little; false where the thread was told not to. */
    private static boolean paused() {
        try {
            Thread.sleep(PAUSE_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false; // another thread of this process holds it
        }
    }

    @Override
    public void close() {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot give a lease back", e);
        }
    }
}
