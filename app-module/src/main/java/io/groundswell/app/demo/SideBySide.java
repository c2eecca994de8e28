package io.groundswell.app.demo;

import io.groundswell.job.Job;
import io.groundswell.model.Run;
import io.groundswell.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;

/** Does several things at once with one session, each in a thread of its own: most of them keep one core busy. */
final class SideBySide {
    private final ExecutorService threads;

    private SideBySide(ExecutorService threads) {
        this.threads = threads;
    }

    /** Returns what is made of several things that are asked for at once. */
    static <T> T together(Function<SideBySide, T> made) {
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            return made.apply(new SideBySide(threads));
        } finally {
            threads.shutdown();
        }
    }

    /** Begins to make something; asked for it the returned supplier waits, and throws what making it threw. */
    <T> Supplier<T> of(Supplier<T> thing) {
        CompletableFuture<T> made = CompletableFuture.supplyAsync(thing, threads);
        return () -> result(made);
    }

    /**
     * Runs jobs as their tables let: each as soon as those before it are done that write what it reads or writes, or read
     * what it writes. Where one fails, those that need it don't begin, and the others end first.
     *
     * @param run runs a job
     * @throws RuntimeException that the first of the jobs threw that failed, in their order
     */
    static void run(List<Job> jobs, Function<Job, Run> run) {
        together(sideBySide -> {
            List<CompletableFuture<Run>> runs = new ArrayList<>();
            for (Job job : jobs) {
                List<CompletableFuture<Run>> needed = new ArrayList<>();
                for (int before = 0; before < runs.size(); before++) {
                    if (mustFollow(job, jobs.get(before))) {
                        needed.add(runs.get(before));
                    }
                }
                runs.add(CompletableFuture.allOf(needed.toArray(CompletableFuture[]::new))
                        .thenApplyAsync(done -> run.apply(job), sideBySide.threads));
            }
            CompletableFuture.allOf(runs.toArray(CompletableFuture[]::new))
                    .exceptionally(failure -> null)
                    .join();
            return runs.stream().map(SideBySide::result).toList();
        });
    }

    private static <T> T result(CompletableFuture<T> of) {
        try {
            return of.join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof RuntimeException own) {
                throw own;
            }
            if (failure.getCause() instanceof Error own) {
                throw own;
            }
            throw failure;
        }
    }

    private static boolean mustFollow(Job job, Job before) {
        return share(before.writes(), job.reads())
                || share(before.writes(), job.writes())
                || share(before.reads(), job.writes());
    }

    private static boolean share(List<Table> some, List<Table> others) {
        return some.stream().anyMatch(others::contains);
    }
}
