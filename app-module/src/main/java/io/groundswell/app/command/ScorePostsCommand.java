package io.groundswell.app.command;

import io.groundswell.app.CommonOptions;
import io.groundswell.app.Context;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code score-posts}. */
@Command(name = "score-posts", description = "Scores posts with the serving topic model as they land.")
public final class ScorePostsCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common;

    @Mixin
    private TriggerOption trigger;

    @Mixin
    private MetricsOption metrics;

    @Override
    public Integer call() {
        Context context = common.context(metrics.flags());
        return JobReport.run(context, context.jobs().scorePosts(trigger.cadence()));
    }
}
