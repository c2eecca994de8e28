package io.groundswell.app.command;

import io.groundswell.app.CommonOptions;
import io.groundswell.app.Context;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code detect-trends}. */
@Command(name = "detect-trends", description = "Counts terms in windows and finds those that trend.")
public final class DetectTrendsCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common;

    @Mixin
    private TriggerOption trigger;

    @Mixin
    private MetricsOption metrics;

    @Override
    public Integer call() {
        Context context = common.context(metrics.flags());
        return JobReport.run(context, context.jobs().detectTrends(trigger.cadence()));
    }
}
