package io.groundswell.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groundswell.job.Job;
import io.groundswell.job.Outcome;
import io.groundswell.model.Run;
import io.groundswell.table.Catalogue;
import io.groundswell.table.Lake;
import io.groundswell.table.Table;
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
    void lets_a_job_begin_when_what_it_reads_is_written() {
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
    void lets_a_job_not_write_what_one_before_it_still_reads() {
        SideBySide.run(
                List.of(new Named("read", List.of(POSTS), List.of()), new Named("write", List.of(), List.of(POSTS))),
                this::ended);

        assertThat(ended).containsExactly("read", "write");
    }

    @Test
    void runs_jobs_at_once_that_need_nothing_of_each_other() {
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
    void leaves_out_what_needs_a_job_that_failed_and_says_why() {
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
