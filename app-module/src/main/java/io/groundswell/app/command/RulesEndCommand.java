package io.groundswell.app.command;

import io.groundswell.app.CommonOptions;
import io.groundswell.app.Context;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code rules end}. */
@Command(name = "end", description = "Ends a rule. What was decided by it stays as it is.")
final class RulesEndCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common;

    @Parameters(index = "0", paramLabel = "RULE", description = "The rule, such as r7: 'rules list' has them.")
    private String rule;

    @Mixin
    private RuleMomentOptions moment;

    @Override
    public Integer call() {
        Context context = common.context();
        RulesReport.tell(context, context.rules().end(context.spark(), rule, moment.comment(), moment.from()));
        return 0;
    }
}
