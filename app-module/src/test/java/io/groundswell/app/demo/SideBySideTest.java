package io.groundswell.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groundswell.job.Job;
import io.groundswell.job.Outcome;
import io.groundswell.model.Run;
import io.groundswell.table.Catalogue;
import io.groundswell.table.Lake;
import io.groundswell.table.Table;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/** Which jobs wait for which. */
class SideBySideTest {
    private static final Lake LAKE = new Lake("lake");
    private static final Table CHANGES = LAKE.table(Catalogue.POST_CHANGES);
    private static final Table POSTS = LAKE.table(Catalogue.POSTS);
    private static final Table TRENDS = LAKE.table(Catalogue.TRENDS);
    private static final Table MODELS = LAKE.table(Catalogue.MODELS);

    private final ConcurrentLinkedQueue<String> ended = new ConcurrentLinkedQueue<>();

    private record Named(String name, List<Table> reads, List<Table> writes) implements Job {
        @Override
        public Outcome run(SparkSession spark) {
            throw new UnsupportedOperationException("Nothing here is run by Spark");
        }
    }

    @Test
    void letsAJobBeginWhenWhatItReadsIsWritten() {
        SideBySide.run(
                List.of(
                        new Named("land", List.of(), List.of(CHANGES)),
                        new Named("settle", List.of(CHANGES), List.of(POSTS)),
                        new Named("fit", List.of(POSTS), List.of(MODELS)),
                        new Named("fit more", List.of(POSTS), List.of(MODELS)),
                        new Named("score", List.of(CHANGES, MODELS), List.of())),
                this::ended);

        assertThat(ended).containsExactly("land", "settle", "fit", "fit more", "score");
    }

    @Test
    void letsNoJobWriteWhatOneBeforeItStillReads() {
        SideBySide.run(
                List.of(new Named("read", List.of(POSTS), List.of()), new Named("write", List.of(), List.of(POSTS))),
                this::ended);

        assertThat(ended).containsExactly("read", "write");
    }

    @Test
    void runsJobsAtOnceThatNeedNothingOfEachOther() {
        CyclicBarrier bothRun = new CyclicBarrier(2);
        SideBySide.run(
                List.of(
                        new Named("detect", List.of(CHANGES), List.of(TRENDS)),
                        new Named("settle", List.of(CHANGES), List.of(POSTS))),
                job -> {
                    meet(bothRun);
                    return ended(job);
                });

        assertThat(ended).containsExactlyInAnyOrder("detect", "settle");
    }

    @Test
    void leavesOutWhatNeedsAJobThatFailedAndSaysWhy() {
        Function<Job, Run> run = job -> {
            if (job.name().equals("settle")) {
                throw new IllegalArgumentException("no room");
            }
            return ended(job);
        };
        List<Job> jobs = List.of(
                new Named("settle", List.of(CHANGES), List.of(POSTS)),
                new Named("detect", List.of(CHANGES), List.of(TRENDS)),
                new Named("fit", List.of(POSTS), List.of(MODELS)));

        assertThatThrownBy(() -> SideBySide.run(jobs, run))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no room");
        assertThat(ended).containsExactly("detect");
    }

    @Test
    void throwsWhatWasThrownAndTellsOfEachFailure() {
        List<Job> jobs = List.of(
                new Named("settle", List.of(CHANGES), List.of(POSTS)),
                new Named("detect", List.of(CHANGES), List.of(TRENDS)));
        ConcurrentLinkedQueue<IOException> failures = new ConcurrentLinkedQueue<>();

        assertThatThrownBy(() -> SideBySide.run(jobs, job -> {
                    IOException full = new IOException(job.name() + " found the disk full");
                    failures.add(full);
                    throw SideBySideTest.<RuntimeException>undeclared(full);
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("settle found the disk full")
                .satisfies(failure -> assertThat(failure.getSuppressed())
                        .singleElement()
                        .satisfies(other -> assertThat(other).hasMessage("detect found the disk full")));
        assertThat(failures).hasSize(2);
    }

    /** As Scala throws. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <E extends Throwable> E undeclared(Throwable failure) throws E {
        throw (E) failure;
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException("The other job did not run meanwhile", e);
        }
    }

    private Run ended(Job job) {
        ended.add(job.name());
        return new Run(
                "run", job.name(), Instant.EPOCH, Instant.EPOCH, 0, Run.DONE, "", Map.of(), Map.of(), Map.of(), null);
    }
}
