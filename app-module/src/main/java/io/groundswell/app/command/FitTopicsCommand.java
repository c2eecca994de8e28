package io.groundswell.app.command;

import io.groundswell.app.CommonOptions;
import io.groundswell.app.Context;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code fit-topics}. */
@Command(name = "fit-topics", description = "Fits a topic model on settled posts, judges, registers and promotes it.")
public final class FitTopicsCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() {
        Context context = common.context();
        return JobReport.run(context, context.jobs().fitTopics());
    }
}
