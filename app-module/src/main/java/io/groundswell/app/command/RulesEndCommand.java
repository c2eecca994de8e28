package io.groundswell.app.command;

import io.groundswell.app.CommonOptions;
import io.groundswell.app.Context;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rules end}. */
@Command(name = "end", description = "Ends a rule. What was decided by it stays as it is.")
final class RulesEndCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common;

    @Parameters(index = "0", paramLabel = "RULE", description = "The rule, such as r7: 'rules list' has them.")
    private String rule;

    @Option(names = "--comment", paramLabel = "TEXT", description = "Why.")
    private String comment;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            converter = MomentConverter.class,
            description = "The first moment of received time whose decisions no longer follow it (default: 10"
                    + " seconds from now); as in 'rules add'.")
    private Instant from;

    @Override
    public Integer call() {
        Context context = common.context();
        RulesReport.tell(context, context.rules().end(context.spark(), rule, comment, Optional.ofNullable(from)));
        return 0;
    }
}
