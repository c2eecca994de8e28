package io.groundswell.testkit.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.groundswell.testkit.audit.Audit;
import io.groundswell.testkit.audit.Auditor;
import io.groundswell.testkit.ledger.LedgerContent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong beside kills: see docs/reliability-testing.md. */
@Tag("reliability")
class TroubledProductIT {
    private static final long SEED = Long.getLong("groundswell.reliability.seed", 1);
    private static final List<Worker> ON_THE_WAY = List.of(Worker.INGEST, Worker.SETTLE, Worker.DETECT);
    private static final int POSTS = 3_000;
    private static final double DAYS = 0.4;
    private static final int TRY_AGAIN = 75;

    @TempDir
    private Path folder;

    private static void assertWhole(Product product) throws IOException {
        Audit audit = Auditor.DEFAULT.audit(LedgerContent.read(product.folder().resolve("ledger")), product.lake());
        assertThat(audit.isClean()).as("seed %d: %s", SEED, audit).isTrue();
        assertThat(audit.acked()).isEqualTo(audit.frames()).isGreaterThan(POSTS);
        assertThat(audit.compared()).isGreaterThan(1_000);
    }

    private static void runEach(Product product) throws IOException, InterruptedException {
        for (Worker worker : ON_THE_WAY) {
            int code = product.finish(worker);
            assertThat(code)
                    .as("%s, whose log ends with %s", worker.command(), product.lastWords())
                    .isZero();
        }
    }

    private static void finish(Product product, Feed feed) throws IOException, InterruptedException {
        feed.offerRest();
        runEach(product);
        assertWhole(product);
    }

    @Test
    void outlastsTasksThatFail() throws Exception {
        Product product = new Product(
                folder,
                folder.resolve("product.log"),
                List.of(
                        "--set=spark.master=local[2,20]",
                        "--conf=spark.plugins=" + FailingTasks.class.getName(),
                        "--conf=spark.sql.shuffle.partitions=8"),
                true);
        try (Feed feed = Feed.of(folder, POSTS, DAYS, SEED)) {
            for (int part = 0; part < 2; part++) {
                feed.offer(feed.size() / 4);
                runEach(product);
            }
            finish(product, feed);
        }
        assertThat(Files.readAllLines(product.log()))
                .filteredOn(FailingTasks.FAULT::equals)
                .hasSizeGreaterThan(20);
    }

    @Test
    void outlastsACheckpointStoreThatFails() throws Exception {
        Product product = new Product(folder);
        try (Feed feed = Feed.of(folder, POSTS, DAYS, SEED)) {
            feed.offer(feed.size() / 8);
            product.shareClasses(Worker.INGEST);
            fails(product, Worker.INGEST, "note.write", feed);
            for (String log : List.of("offsets", "commits")) {
                for (String moment : List.of(".beforeCommit", ".afterCommit")) {
                    for (Worker worker : ON_THE_WAY) {
                        fails(product, worker, log + moment, feed);
                    }
                }
            }
            finish(product, feed);
        }
    }

    /** Runs a job whose checkpoint fails at a point, with something for it to do. */
    private static void fails(Product product, Worker worker, String point, Feed feed)
            throws IOException, InterruptedException {
        feed.offer(feed.size() / 16);
        if (worker != Worker.INGEST) {
            assertThat(product.finish(Worker.INGEST)).isZero();
        }
        long before = product.firings();
        int code = product.end(product.start(worker, Product.AVAILABLE_NOW, point + ":1:throw"));
        assertThat(code).as(worker.command() + " with " + point).isEqualTo(1);
        assertThat(product.firings()).as(point + " has ended it").isEqualTo(before + 1);
    }

    @Test
    void letsSchedulesOverlap() throws Exception {
        Product product = new Product(folder);
        List<Integer> codes = new ArrayList<>();
        try (Feed feed = Feed.of(folder, POSTS, DAYS, SEED)) {
            feed.offer(feed.size() / 4);
            product.shareClasses(Worker.INGEST);
            for (int round = 0; round < 3; round++) {
                feed.offer(feed.size() / 4);
                List<Process> started = new ArrayList<>();
                for (Worker worker : ON_THE_WAY) {
                    started.add(product.start(worker, Product.AVAILABLE_NOW, ""));
                    started.add(product.start(worker, Product.AVAILABLE_NOW, ""));
                }
                for (Process process : started) {
                    codes.add(product.end(process));
                }
            }
            finish(product, feed);
        }
        assertThat(codes).as(Files.readString(product.log())).isSubsetOf(0, TRY_AGAIN);
    }

    @Test
    void countsWhatIsLateAndOutOfOrderAsTheReferenceDoes() throws Exception {
        Product product = new Product(folder);
        try (Feed feed = Feed.shuffled(folder, POSTS, 3, SEED)) {
            feed.offer(feed.size() / 5);
            product.shareClasses(Worker.INGEST);
            for (int part = 0; part < 3; part++) {
                feed.offer(feed.size() / 5);
                runEach(product);
            }
            finish(product, feed);
        }
    }

    @Test
    void outlastsADiskThatIsFull() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(folder.resolve("disk"), 96)) {
            assumeThat(disk.isThere())
                    .as("a disk of its own, which root may mount")
                    .isTrue();
            Product product = new Product(disk.folder(), folder.resolve("product.log"), List.of(), false);
            List<Integer> codes = new ArrayList<>();
            try (Feed feed = Feed.of(disk.folder(), POSTS, DAYS, SEED)) {
                feed.offer(feed.size() / 8);
                product.shareClasses(Worker.INGEST);
                for (int free : List.of(0, 64, 512, 2_048, 4_096, 8_192)) {
                    feed.offer(feed.size() / 8);
                    disk.fill(free);
                    for (Worker worker : ON_THE_WAY) {
                        codes.add(product.finish(worker));
                    }
                    disk.empty();
                }
                finish(product, feed);
            }
            String said = Files.readString(product.log());
            assertThat(codes).as(said).isSubsetOf(0, TRY_AGAIN).contains(TRY_AGAIN);
            assertThat(said.split("No space is left", -1)).hasSize(1 + Collections.frequency(codes, TRY_AGAIN));
        }
    }
}
