package io.groundswell.app.command;

import io.groundswell.app.CommonOptions;
import io.groundswell.app.Context;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code build-graph}. */
@Command(name = "build-graph", description = "Builds the graph of hashtags that posts use together.")
public final class BuildGraphCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() {
        Context context = common.context();
        return JobReport.run(context, context.jobs().buildGraph());
    }
}
