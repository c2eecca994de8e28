package io.groundswell.app.command;

import io.groundswell.app.CommonOptions;
import io.groundswell.app.Context;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code fit-tfidf}. */
@Command(name = "fit-tfidf", description = "Fits the TF-IDF model on settled posts, registers and promotes it.")
public final class FitTfidfCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() {
        Context context = common.context();
        return JobReport.run(context, context.jobs().fitTfidf());
    }
}
