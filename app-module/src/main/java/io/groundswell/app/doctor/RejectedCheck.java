package io.groundswell.app.doctor;

import io.groundswell.app.lake.DataFile;
import io.groundswell.app.lake.KernelTable;
import io.groundswell.table.Catalogue;
import io.groundswell.table.TableSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which share of the frames of the newest day, by their received time, could not be read. It is taken from the statistics
 * of whole files, so it is about so much.
 */
record RejectedCheck() implements Check {
    private static final double BOUND = 0.05;
    private static final Duration DAY = Duration.ofDays(1);

    @Override
    public String name() {
        return "rejected";
    }

    @Override
    public List<Finding> examine(Patient patient) {
        return findings(files(patient, Catalogue.RAW_POSTS), files(patient, Catalogue.REJECTED_POSTS));
    }

    /**
     * @param raw files of bronze.raw_posts
     * @param rejected files of silver.rejected_posts
     */
    static List<Finding> findings(List<DataFile> raw, List<DataFile> rejected) {
        Optional<Instant> newest = raw.stream()
                .flatMap(file -> file.newest("received_at").stream())
                .max(Instant::compareTo);
        if (newest.isEmpty()) {
            return List.of(Finding.ok("No frame has been landed"));
        }
        Instant from = newest.get().minus(DAY);
        long frames = rows(raw, from);
        long refused = rows(rejected, from);
        double share = (double) refused / Math.max(1, frames);
        String told = "%.1f %% of the frames of the newest day could not be read (%,d of %,d)"
                .formatted(100 * share, refused, frames);
        return List.of(
                share <= BOUND
                        ? Finding.ok(told)
                        : Finding.warning(
                                told + ".",
                                "So many are seldom broken: the feed's format has changed, or is another one.",
                                "Compare ingest.format with the feed, and see the reasons: 'sql \"SELECT reason, field,"
                                        + " count(*) FROM rejected_posts GROUP BY ALL\"'."));
    }

    private static List<DataFile> files(Patient patient, TableSpec spec) {
        return patient.table(spec).content().map(KernelTable::files).orElse(List.of());
    }

    private static long rows(List<DataFile> files, Instant from) {
        return files.stream()
                .filter(file -> file.newest("received_at")
                        .filter(time -> !time.isBefore(from))
                        .isPresent())
                .mapToLong(file -> Math.max(0, file.rows()))
                .sum();
    }
}
