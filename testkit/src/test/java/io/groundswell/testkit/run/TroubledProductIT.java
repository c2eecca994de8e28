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
import java.util.List;
import java.util.SplittableRandom;
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

    private static void finish(Product product, Feed feed) throws IOException, InterruptedException {
        feed.offerRest();
        for (Worker worker : ON_THE_WAY) {
            assertThat(product.finish(worker)).as(worker.command()).isZero();
        }
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
                        "--conf=spark.sql.shuffle.partitions=8"));
        try (Feed feed = Feed.of(folder, POSTS, DAYS, SEED)) {
            for (int part = 0; part < 3; part++) {
                feed.offer(feed.size() / 4);
                for (Worker worker : ON_THE_WAY) {
                    assertThat(product.finish(worker)).as(worker.command()).isZero();
                }
            }
            finish(product, feed);
        }
        assertThat(Files.readAllLines(product.log()))
                .filteredOn(FailingTasks.FAULT::equals)
                .hasSizeGreaterThan(20);
    }

    @Test
    void outlastsACheckpointStoreThatFails() throws Exception {
        List<String> points = List.of(
                "offsets.beforeCommit",
                "offsets.afterCommit",
                "commits.beforeCommit",
                "commits.afterCommit",
                "note.write");
        SplittableRandom random = new SplittableRandom(SEED);
        Product product = new Product(folder);
        int failed = 0;
        try (Feed feed = Feed.of(folder, POSTS, DAYS, SEED)) {
            feed.offer(feed.size() / 16);
            product.finish(Worker.INGEST);
            for (String point : points) {
                for (Worker worker : ON_THE_WAY) {
                    feed.offer(feed.size() / 16);
                    String armed = point + ":" + (1 + random.nextInt(2)) + ":throw";
                    int code =
                            product.start(worker, Product.AVAILABLE_NOW, armed).waitFor();
                    assertThat(code).as(worker.command() + " with " + armed).isIn(0, 1);
                    failed += code;
                }
            }
            finish(product, feed);
        }
        assertThat(failed).isGreaterThan(points.size());
    }

    @Test
    void letsSchedulesOverlap() throws Exception {
        Product product = new Product(folder);
        List<Integer> codes = new ArrayList<>();
        try (Feed feed = Feed.of(folder, POSTS, DAYS, SEED)) {
            feed.offer(feed.size() / 4);
            product.finish(Worker.INGEST);
            for (int round = 0; round < 3; round++) {
                feed.offer(feed.size() / 4);
                List<Process> started = new ArrayList<>();
                for (Worker worker : ON_THE_WAY) {
                    started.add(product.start(worker, Product.AVAILABLE_NOW, ""));
                    started.add(product.start(worker, Product.AVAILABLE_NOW, ""));
                }
                for (Process process : started) {
                    codes.add(process.waitFor());
                }
            }
            finish(product, feed);
        }
        assertThat(codes).as(product.log().toString()).containsOnly(0, TRY_AGAIN);
    }

    @Test
    void countsWhatIsLateAndOutOfOrderAsTheReferenceDoes() throws Exception {
        Product product = new Product(folder);
        try (Feed feed = Feed.shuffled(folder, POSTS, 3, SEED)) {
            for (int part = 0; part < 4; part++) {
                feed.offer(feed.size() / 5);
                for (Worker worker : ON_THE_WAY) {
                    assertThat(product.finish(worker)).as(worker.command()).isZero();
                }
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
            Product product = new Product(disk.folder(), folder.resolve("product.log"), List.of());
            List<Integer> codes = new ArrayList<>();
            try (Feed feed = Feed.of(disk.folder(), POSTS, DAYS, SEED)) {
                feed.offer(feed.size() / 8);
                product.finish(Worker.INGEST);
                for (int free : List.of(0, 16, 64, 128, 256, 512)) {
                    feed.offer(feed.size() / 8);
                    disk.fill(free);
                    for (Worker worker : ON_THE_WAY) {
                        codes.add(product.finish(worker));
                    }
                    disk.empty();
                }
                finish(product, feed);
            }
            assertThat(codes)
                    .as(Files.readString(product.log()))
                    .containsOnly(0, TRY_AGAIN)
                    .contains(TRY_AGAIN);
            assertThat(Files.readString(product.log())).contains("No space is left");
        }
    }
}
