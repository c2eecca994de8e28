package io.groundswell.rebuild;

import io.groundswell.job.Lease;
import io.groundswell.job.PlatformException;
import io.groundswell.table.Catalogue;
import io.groundswell.table.Lake;
import java.time.Duration;
import java.util.OptionalLong;
import org.apache.spark.sql.SparkSession;

/**
 * What each batch of a running job passes, so that 'rebuild' can swap tables between two of them: it closes the gate, and the
 * next batch waits. On a lake without leases there is no gate: no job may run there while tables are swapped. Not for several
 * threads.
 */
public final class Gate {
    /** A swap takes seconds behind a last look at what has landed. */
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final Lake lake;
    private final String job;
    private final SparkSession spark;
    private OptionalLong swapped;

    /** Makes the gate of a job, before the job keeps anything in mind of what is in the tables. */
    public Gate(Lake lake, String job, SparkSession spark) {
        this.lake = lake;
        this.job = job;
        this.spark = spark;
        this.swapped = swapped();
    }

    /**
     * Leave to work until it is closed.
     *
     * @param isNew whether tables were swapped since the last one: what the job knows of them holds no more
     */
    public record Pass(Lease lease, boolean isNew) implements AutoCloseable {
        @Override
        public void close() {
            if (lease != null) {
                lease.close();
            }
        }
    }

    /**
     * Passes, once no swap goes on.
     *
     * @throws io.groundswell.job.PlatformException if one was stopped half way
     */
    public Pass enter() {
        if (lake.isBeside()) {
            return new Pass(null, false); // only 'rebuild' itself is there
        }
        Lease lease = lake.localRoot().isEmpty() ? null : close(lake, job, PATIENCE);
        try {
            new RebuildPlace(lake, spark.sparkContext().hadoopConfiguration()).requireNoSwap();
            OptionalLong before = swapped;
            swapped = swapped();
            return new Pass(lease, !swapped.equals(before));
        } catch (RuntimeException e) {
            if (lease != null) {
                lease.close();
            }
            throw e;
        }
    }

    /**
     * Closes the gate of a job until the lease is given back.
     *
     * @throws io.groundswell.job.PlatformException with exit code 75 if a batch goes on for longer than the patience
     */
    public static Lease close(Lake lake, String job, Duration patience) {
        try {
            return Lease.await(lake, job + Lease.OF_BATCH, patience);
        } catch (PlatformException held) {
            throw PlatformException.tryAgain(
                    ("A batch of '%s' on the lake %s was kept waiting for %d minutes, or has kept 'rebuild' waiting."
                                    + " Try again later: what is done is kept.")
                            .formatted(job, lake.root(), patience.toMinutes()),
                    held);
        }
    }

    private OptionalLong swapped() {
        return RebuildPlace.swappedWith(lake.table(Catalogue.POST_CHANGES), spark);
    }
}
