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
     * what it writes. Where one fails, those that need it don't begin, and the others end first: what the first of the
     * jobs threw that failed is thrown, in their order, and has what others threw with it.
     *
     * @param run runs a job
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
            tellOfAll(runs);
            return runs.stream().map(SideBySide::result).toList();
        });
    }

    /** The first failure is thrown: the others go with it. A job that did not begin has that of the one it waited for. */
    private static void tellOfAll(List<CompletableFuture<Run>> runs) {
        List<Throwable> failures = runs.stream()
                .filter(CompletableFuture::isCompletedExceptionally)
                .map(run -> run.handle((done, failure) -> failure.getCause() == null ? failure : failure.getCause())
                        .join())
                .distinct()
                .toList();
        failures.stream().skip(1).forEach(other -> failures.get(0).addSuppressed(other));
    }

    private static <T> T result(CompletableFuture<T> of) {
        try {
            return of.join();
        } catch (CompletionException failure) {
            throw SideBySide.<RuntimeException>asItWas(failure.getCause());
        }
    }

    /** Throws what was thrown, checked or not: Spark's methods, written in Scala, don't declare what they throw. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <E extends Throwable> E asItWas(Throwable failure) throws E {
        throw (E) failure;
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
