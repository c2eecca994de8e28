package io.groundswell.app.command;

import io.groundswell.app.CommonOptions;
import io.groundswell.app.Context;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code rebuild}. */
@Command(
        name = "rebuild",
        description =
                "Makes silver and gold anew from bronze by this build, beside running jobs, and puts them into force.")
public final class RebuildCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() {
        Context context = common.context();
        return JobReport.run(context, context.jobs().rebuild());
    }
}
