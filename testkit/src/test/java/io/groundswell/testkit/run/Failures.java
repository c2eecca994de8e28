package io.groundswell.testkit.run;

import static io.groundswell.testkit.run.Worker.DETECT;
import static io.groundswell.testkit.run.Worker.INGEST;
import static io.groundswell.testkit.run.Worker.SETTLE;

import java.util.List;

/** Every failpoint on the way of a post from the spool to gold.trends. */
final class Failures {
    private static final String HALT = "halt";

    static final List<Failure> ALL = List.of(
            new Failure(INGEST, "ingest.beforeBronze", HALT, 3),
            new Failure(INGEST, "bronze.afterCommit", HALT, 3),
            new Failure(INGEST, "bronze.afterCommit", "throw", 3),
            new Failure(INGEST, "rejected.afterCommit", HALT, 3),
            new Failure(INGEST, "changes.afterCommit", HALT, 3),
            new Failure(INGEST, "_delta_log.beforeCommit", HALT, 6),
            new Failure(INGEST, "_delta_log.afterCommit", HALT, 6),
            new Failure(INGEST, "offsets.beforeCommit", HALT, 3),
            new Failure(INGEST, "offsets.afterCommit", HALT, 3),
            new Failure(INGEST, "commits.beforeCommit", HALT, 3),
            new Failure(INGEST, "commits.afterCommit", HALT, 3),
            new Failure(INGEST, "note.write", "torn", 3),
            new Failure(DETECT, "counts.afterCommit", HALT, 2),
            new Failure(DETECT, "trends.afterCommit", HALT, 2),
            new Failure(DETECT, "stories.afterCommit", HALT, 2),
            new Failure(DETECT, "_delta_log.beforeCommit", HALT, 3),
            new Failure(DETECT, "_delta_log.afterCommit", HALT, 3),
            new Failure(DETECT, "offsets.afterCommit", HALT, 2),
            new Failure(DETECT, "commits.beforeCommit", HALT, 2),
            new Failure(SETTLE, "posts.afterMerge", HALT, 1),
            new Failure(SETTLE, "_delta_log.beforeCommit", HALT, 1),
            new Failure(SETTLE, "_delta_log.afterCommit", HALT, 1),
            new Failure(SETTLE, "commits.beforeCommit", HALT, 1));

    private Failures() {}
}
