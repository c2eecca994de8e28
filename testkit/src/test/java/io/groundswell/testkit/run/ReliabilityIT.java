package io.groundswell.testkit.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testkit.audit.Audit;
import io.groundswell.testkit.audit.AuditFile;
import io.groundswell.testkit.audit.Auditor;
import io.groundswell.testkit.ledger.LedgerContent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Random kills, and each failpoint so often, over the whole way of a post; see docs/reliability-testing.md. */
@Tag("reliability")
class ReliabilityIT {
    private static final int KILLS = Integer.getInteger("groundswell.reliability.kills", 100);
    private static final int REPEATS = Integer.getInteger("groundswell.reliability.repeats", 5);
    private static final long SEED = Long.getLong("groundswell.reliability.seed", 1);
    private static final String PAGE = System.getProperty("groundswell.reliability.report", "");

    /** More than a kill and the start after it take on a slow machine. */
    private static final int FRAMES_A_KILL = 600;

    private static final int POSTS_A_DAY = 3_000;
    private static final double NANOS_A_MINUTE = TimeUnit.MINUTES.toNanos(1);

    @Test
    void losesNothingAndDoublesNothing() throws Exception {
        System.out.printf("seed=%d kills=%d repeats=%d%n", SEED, KILLS, REPEATS);
        Path folder = Files.createDirectories(Path.of("target/reliability-" + SEED + "-" + System.currentTimeMillis()))
                .toAbsolutePath();
        RunReport report = run(folder);

        AuditFile.write(folder.resolve("audit.json"), report);
        if (!PAGE.isEmpty()) {
            Files.writeString(Path.of(PAGE), report.page());
        }
        System.out.println(report.page());
        assertThat(report.audit().isClean())
                .as("seed %d, lake in %s: %s", SEED, folder, report.audit())
                .isTrue();
        assertThat(report.kills()).isEqualTo(KILLS);
        assertThat(report.fired()).hasSize(REPEATS == 0 ? 0 : Failures.ALL.size());
        assertThat(report.fired().values()).allMatch(times -> times == REPEATS);
    }

    private static RunReport run(Path folder) throws IOException, InterruptedException {
        long started = System.nanoTime();
        Product product = new Product(folder);
        long posts = (long) FRAMES_A_KILL * (2 + KILLS + REPEATS * Failures.ALL.size());
        try (Feed feed = Feed.of(folder, posts, (double) posts / POSTS_A_DAY, SEED);
                Killer killer = new Killer(product, feed, SEED)) {
            killer.begin();
            for (int kill = 0; kill < KILLS; kill++) {
                killer.killAtRandom();
            }
            for (int repeat = 0; repeat < REPEATS; repeat++) {
                for (Failure failure : Failures.ALL) {
                    killer.fire(failure);
                }
            }
            killer.finish();
            Audit audit = Auditor.DEFAULT.audit(LedgerContent.read(folder.resolve("ledger")), product.lake());
            return new RunReport(
                    SEED,
                    killer.kills(),
                    killer.fired(),
                    killer.recoveries(),
                    (System.nanoTime() - started) / NANOS_A_MINUTE,
                    RunReport.thisMachine(),
                    audit);
        }
    }
}
