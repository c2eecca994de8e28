package io.groundswell.app.command;

import io.groundswell.app.CommonOptions;
import io.groundswell.app.Context;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code settle-posts}. */
@Command(name = "settle-posts", description = "Merges the changes of posts into silver.posts, one row a post.")
public final class SettlePostsCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common;

    @Mixin
    private TriggerOption trigger;

    @Mixin
    private MetricsOption metrics;

    @Override
    public Integer call() {
        Context context = common.context(metrics.flags());
        return JobReport.run(context, context.jobs().settlePosts(trigger.cadence()));
    }
}
