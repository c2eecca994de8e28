package io.groundswell.testkit.run;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Kills the product's processes while the feed goes on, and starts them again. It knows only those that it started. */
final class Killer implements Closeable {
    private static final int FRAMES_AT_A_TIME = 4;
    private static final long BETWEEN_MILLIS = 500;
    private static final double LONGEST_START_SECONDS = 6;
    private static final double LONGEST_WORK_SECONDS = 4;
    private static final long PATIENCE_SECONDS = 600;

    private final Product product;
    private final Feed feed;
    private final SplittableRandom random;
    private final Map<Worker, Process> running = new EnumMap<>(Worker.class);
    private final Map<String, List<Double>> recoveries = new TreeMap<>();
    private final Map<String, Integer> fired = new TreeMap<>();
    private int kills;

    Killer(Product product, Feed feed, long seed) {
        this.product = product;
        this.feed = feed;
        this.random = new SplittableRandom(seed);
    }

    /** Returns the seconds from each start after a kill to the first new commit, by job. */
    Map<String, List<Double>> recoveries() {
        return recoveries;
    }

    /** Returns how often each failpoint fired. */
    Map<String, Integer> fired() {
        return fired;
    }

    int kills() {
        return kills;
    }

    /** Starts the jobs that go on, the second when the first has made its tables. */
    void begin() throws IOException, InterruptedException {
        goOn(0);
        product.shareClasses(Worker.INGEST);
        for (Worker worker : List.of(Worker.INGEST, Worker.DETECT)) {
            awaitCommit(worker);
        }
    }

    /** Kills a job that goes on with signal 9: most at work, every fourth while it starts. */
    void killAtRandom() throws IOException, InterruptedException {
        Worker victim = random.nextInt(5) < 3 ? Worker.INGEST : Worker.DETECT;
        if (random.nextInt(4) == 0) {
            kill(victim);
            start(victim);
            goOn(random.nextDouble(0.2, LONGEST_START_SECONDS));
        } else {
            goOn(random.nextDouble(LONGEST_WORK_SECONDS));
        }
        killAtWork(victim);
        recover(victim);
    }

    /** Starts a job that was killed, and waits for its first new commit. */
    void recover(Worker victim) throws IOException, InterruptedException {
        recoveries
                .computeIfAbsent(victim.command(), command -> new ArrayList<>())
                .add(awaitCommit(victim));
    }

    /** Kills a job, which stays so. */
    void killAtWork(Worker victim) throws InterruptedException {
        kill(victim);
        kills++;
    }

    /** Starts a job so that a failpoint ends it. It stays so: the next start shows what that left behind. */
    void fire(Failure failure) throws IOException, InterruptedException {
        Worker worker = failure.worker();
        kill(worker);
        if (worker != Worker.INGEST && !running.containsKey(Worker.INGEST)) {
            recover(Worker.INGEST); // without it there is nothing to do
        }
        String armed = failure.point() + ":" + (1 + random.nextInt(failure.latestPass())) + ":" + failure.action();
        long before = product.firings();
        Process process =
                product.start(worker, worker == Worker.SETTLE ? Product.AVAILABLE_NOW : Product.GOING_ON, armed);
        running.put(worker, process);
        for (long end = deadline(); process.isAlive(); goOn(0)) {
            require(System.nanoTime() < end, armed + " has not fired in " + worker.command());
        }
        require(process.exitValue() == failure.exitCode(), armed + " ended with " + process.exitValue());
        require(product.firings() == before + 1, armed + " ended " + worker.command() + " without firing");
        fired.merge(failure.name(), 1, Integer::sum);
        running.remove(worker);
    }

    /** Feeds the rest, kills what still runs, and lets each job run to its end. */
    void finish() throws IOException, InterruptedException {
        close();
        feed.offerRest();
        for (Worker worker : List.of(Worker.INGEST, Worker.SETTLE, Worker.DETECT)) {
            int code = product.finish(worker);
            require(code == 0, worker.command() + " ended with " + code);
        }
    }

    private Process start(Worker worker) throws IOException {
        Process process = product.start(worker);
        running.put(worker, process);
        return process;
    }

    /** Starts a job, waits for its first new commit, and returns the seconds that this took. */
    private double awaitCommit(Worker worker) throws IOException, InterruptedException {
        long version = Math.max(0, product.version(worker)); // the first one makes the table
        long started = System.nanoTime();
        Process process = start(worker);
        for (long end = deadline(); product.version(worker) <= version; goOn(0)) {
            require(process.isAlive(), worker.command() + " ended by itself");
            require(System.nanoTime() < end, worker.command() + " commits nothing");
        }
        return (System.nanoTime() - started) / 1e9;
    }

    /** Feeds on for a time: at least one group of frames. */
    private void goOn(double seconds) throws IOException, InterruptedException {
        long end = System.nanoTime() + (long) (seconds * 1e9);
        do {
            feed.offer(FRAMES_AT_A_TIME); // nothing once the feed is over, as a slow machine may find it
            TimeUnit.MILLISECONDS.sleep(BETWEEN_MILLIS);
        } while (System.nanoTime() < end);
    }

    private void kill(Worker worker) throws InterruptedException {
        Process process = running.remove(worker);
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }

    private static long deadline() {
        return System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise + " after " + kills + " kills and " + fired + "; see " + product.log());
        }
    }

    @Override
    public void close() {
        running.values().forEach(Process::destroyForcibly);
        for (Process process : running.values()) {
            process.onExit().join();
        }
        running.clear();
    }
}
