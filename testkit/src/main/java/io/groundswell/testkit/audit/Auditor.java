package io.groundswell.testkit.audit;

import io.groundswell.testkit.ledger.LedgerContent;
import io.groundswell.testkit.ledger.OfferedFrame;
import io.groundswell.testkit.reference.CountKey;
import io.groundswell.testkit.reference.Counts;
import io.groundswell.testkit.reference.Reference;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Compares a lake with a ledger, once all jobs have run to their end over all that was offered.
 *
 * @param widths widths of the windows in seconds
 */
public record Auditor(List<Integer> widths) {
    /** As the product has them. */
    public static final Auditor DEFAULT = new Auditor(List.of(300, 3600));

    public Audit audit(LedgerContent ledger, Path lake) throws IOException {
        Silver silver = Silver.read(lake);
        Bronze bronze = Bronze.read(lake, silver);
        Gold gold = Gold.read(lake);
        List<OfferedFrame> counted = bronze.counted(ledger);
        Reference reference = Reference.of(counted);
        // All is read, so decisions are due by the newest frame.
        Map<CountKey, Counts> wanted = reference.counts(widths, newest(counted));
        Set<CountKey> mismatched = gold.mismatched(wanted);
        Map<String, Long> doubled = new TreeMap<>(silver.doubled());
        doubled.put("bronze/raw_posts", bronze.doubled(ledger.frames().values()));
        doubled.put("gold/term_counts", gold.doubled());
        Map<String, Long> rows = new TreeMap<>(silver.rows());
        rows.put("bronze/raw_posts", bronze.rows());
        return new Audit(
                ledger.frames().size(),
                ledger.acked().size(),
                bronze.lost(ledger.acked().stream().map(ledger.frames()::get).toList()),
                doubled.values().stream().mapToLong(Long::longValue).sum(),
                doubled,
                bronze.phantom(ledger.frames().values()) + silver.fromNowhere(bronze.positions()),
                bronze.unaccounted(),
                silver.unsettled(reference.settled()),
                mismatched.size(),
                wanted.size(),
                rows,
                gold.examples(mismatched, wanted));
    }

    private static long newest(List<OfferedFrame> frames) {
        return frames.stream().mapToLong(OfferedFrame::receivedMicros).max().orElse(0);
    }
}
