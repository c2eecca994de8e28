package io.groundswell.app.command;

import io.groundswell.app.CommonOptions;
import io.groundswell.app.Context;
import io.groundswell.app.finding.AsOf;
import io.groundswell.app.finding.StoryFinding;
import io.groundswell.app.finding.StoryFindings;
import io.groundswell.app.finding.StoryTable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code stories}. */
@Command(
        name = "stories",
        description = {
            "Lists stories: terms that trend together, because the same authors write them in the same posts or because they"
                    + " name one thing.",
            "The strongest first, halved for every 4 hours since; an event that windows of several widths tell of is"
                    + " listed once."
        })
public final class StoriesCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common;

    @Option(
            names = "--limit",
            paramLabel = "N",
            converter = LimitConverter.class,
            defaultValue = "25",
            description = "Stories to show (default: 25).")
    private int limit;

    @Mixin
    private ScopeOption scope;

    @Option(
            names = "--at",
            paramLabel = "TIME",
            converter = MomentConverter.class,
            description = "The list of this moment of received time, such as 2026-03-01T14:05:00Z, as it was decided by"
                    + " then (default: that of the newest decision).")
    private Instant at;

    @Override
    public Integer call() {
        Context context = common.context();
        AsOf list = (at == null ? AsOf.NEWEST : AsOf.then(at)).in(scope.name());
        List<StoryFinding> stories = new StoryFindings(context.lake(), list).leading(context.spark(), limit);
        context.output()
                .result(
                        Map.of(
                                "scope",
                                list.scope(),
                                "stories",
                                stories.stream().map(StoryFinding::document).toList()),
                        out -> out.println(
                                stories.isEmpty()
                                        ? "Nothing has trended%s.".formatted(scope.within())
                                        : new StoryTable(stories).render("")));
        return 0;
    }
}
