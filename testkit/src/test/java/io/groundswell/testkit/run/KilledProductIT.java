package io.groundswell.testkit.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testkit.audit.Audit;
import io.groundswell.testkit.audit.Auditor;
import io.groundswell.testkit.ledger.LedgerContent;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reliability suite in small: a kill in the midst of a batch, and another behind its last commit. */
@Tag("slow")
class KilledProductIT {
    private static final long SEED = 7;

    @TempDir
    private Path folder;

    @Test
    void losesAndDoublesNothing() throws Exception {
        Product product = new Product(folder);
        try (Feed feed = Feed.of(folder, 3_000, 0.4, SEED);
                Killer killer = new Killer(product, feed, SEED)) {
            feed.offer(1_000);
            killer.fire(new Failure(Worker.INGEST, "bronze.afterCommit", "halt", 1));
            killer.fire(new Failure(Worker.INGEST, "commits.beforeCommit", "halt", 1));
            killer.finish();
        }

        Audit audit = Auditor.DEFAULT.audit(LedgerContent.read(folder.resolve("ledger")), product.lake());

        assertThat(audit.isClean()).as("seed %d: %s", SEED, audit).isTrue();
        assertThat(audit.acked()).isEqualTo(audit.frames()).isGreaterThan(3_000);
        assertThat(audit.compared()).isGreaterThan(1_000);
    }
}
