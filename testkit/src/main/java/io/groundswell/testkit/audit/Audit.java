package io.groundswell.testkit.audit;

import java.util.List;
import java.util.Map;

/**
 * What the checker found; all is well where everything that {@link #isClean} asks for is 0.
 *
 * @param frames frames in the ledger
 * @param acked those that the spool had synced
 * @param lost acked, but not in bronze
 * @param doubled more often in a table than it should be, over all tables
 * @param doubledIn the same by table
 * @param phantom in bronze, but not in the ledger
 * @param unaccounted in bronze, and neither accepted nor rejected nor the repeat of something accepted
 * @param unsettled posts that silver.posts lacks or should not have
 * @param mismatched rows of gold.term_counts that differ from the reference, are missing or too many
 * @param compared rows of the reference of gold.term_counts
 * @param rows rows by table
 * @param examples some of what is mismatched: what about, expected and found
 */
public record Audit(
        long frames,
        long acked,
        long lost,
        long doubled,
        Map<String, Long> doubledIn,
        long phantom,
        long unaccounted,
        long unsettled,
        long mismatched,
        long compared,
        Map<String, Long> rows,
        List<String> examples) {

    public boolean isClean() {
        return lost + doubled + phantom + unaccounted + unsettled + mismatched == 0;
    }
}
