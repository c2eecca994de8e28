package io.groundswell.ingest.forget;

import io.groundswell.ingest.LandPosts;
import io.groundswell.ingest.SettlePosts;
import io.groundswell.job.Lease;
import io.groundswell.job.PlatformException;
import io.groundswell.table.Lake;
import java.util.ArrayList;
import java.util.List;

/** The leases of every job that reads or writes posts, all at once: so none of them runs. */
record JobLeases(List<Lease> held) implements AutoCloseable {
    private static final List<String> JOBS = List.of(
            LandPosts.NAME,
            SettlePosts.NAME,
            "detect-trends",
            "fit-tfidf",
            "fit-topics",
            "score-posts",
            "build-graph",
            "publish",
            "rules",
            "maintain",
            "rebuild");

    /** @throws PlatformException with exit code 75 if some of them run, naming each */
    static JobLeases take(Lake lake) {
        JobLeases leases = new JobLeases(new ArrayList<>());
        List<String> running = new ArrayList<>();
        for (String job : JOBS) {
            try {
                leases.held.add(Lease.take(lake, job));
            } catch (PlatformException held) {
                running.add("'" + job + "'");
            }
        }
        if (!running.isEmpty()) {
            leases.close();
            throw PlatformException.tryAgain(
                    ("Cannot forget while %s runs on the lake %s: it reads or writes what is to go. Stop it, or wait for"
                                    + " it to end, and try again.")
                            .formatted(String.join(", ", running), lake.root()));
        }
        return leases;
    }

    @Override
    public void close() {
        held.forEach(Lease::close);
    }
}
