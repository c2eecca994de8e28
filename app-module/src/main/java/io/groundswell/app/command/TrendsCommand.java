package io.groundswell.app.command;

import io.groundswell.app.CommonOptions;
import io.groundswell.app.Context;
import io.groundswell.app.finding.AsOf;
import io.groundswell.app.finding.TakenFor;
import io.groundswell.app.finding.ThresholdNote;
import io.groundswell.app.finding.TrendChanges;
import io.groundswell.app.finding.TrendFinding;
import io.groundswell.app.finding.TrendFindings;
import io.groundswell.app.output.Sparkline;
import io.groundswell.app.output.TextTable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code trends}. */
@Command(
        name = "trends",
        description = {
            "Lists what trends: the strongest evidence first, halved for every 4 hours since.",
            "With --why one card of a term: the window that gives it its place in the list, its figures and what they"
                    + " come from."
        })
public final class TrendsCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common;

    @Option(
            names = "--limit",
            paramLabel = "N",
            converter = LimitConverter.class,
            defaultValue = "25",
            description = "Trends to show (default: 25).")
    private int limit;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            split = ",",
            converter = KindConverter.class,
            description = "Only terms of these kinds: hashtag, word, phrase.")
    private List<String> kinds = List.of();

    @Option(names = "--watched", description = "Only terms that a rule watches ('rules add watch').")
    private boolean isWatched;

    @Mixin
    private ScopeOption scope;

    @Mixin
    private AsOfOptions asOf;

    @Mixin
    private WhyOptions why;

    @Override
    public Integer call() {
        Context context = common.context();
        String counted = scope.name();
        if (why.isAsked()) {
            why.tell(context, asOf.list().in(counted), kinds, asOf.isDiff());
            return 0;
        }
        if (asOf.isDiff()) {
            TrendChanges changes = new TrendChanges(
                    context.lake(), asOf.then().in(counted), asOf.later().in(counted));
            new ChangesReport(counted, changes.among(context.spark(), limit, kinds)).tell(context.output());
            return 0;
        }
        AsOf list = asOf.list().in(counted);
        TrendFindings findings = new TrendFindings(context.lake(), list);
        List<TrendFinding> trends = isWatched
                ? findings.watched(context.spark(), limit, kinds)
                : findings.leading(context.spark(), limit, kinds);
        TextTable table = new TextTable(
                "trend", "kind", "start", "window", "seen", "expected", "evidence", "shown", "state", "authors");
        TakenFor takenFor = new TakenFor(trends);
        trends.forEach(trend -> table.row(
                trend.display()
                        + takenFor.of(trend).map(" (looks like %s)"::formatted).orElse(""),
                trend.kind(),
                trend.start(),
                trend.width().toMinutes() + " min",
                trend.observed(),
                "%.1f".formatted(trend.expected()),
                trend.evidenceText(),
                "%.1f".formatted(trend.shown()),
                trend.state(),
                Sparkline.of(trend.series())));
        context.output()
                .result(
                        Map.of(
                                "scope",
                                counted,
                                "trends",
                                trends.stream()
                                        .map(trend -> document(trend, takenFor))
                                        .toList()),
                        out -> out.println(
                                trends.isEmpty()
                                        ? "Nothing has trended%s.".formatted(scope.within())
                                        : "%s%n%n%s".formatted(table.render(""), new ThresholdNote(trends).line())));
        return 0;
    }

    private static Map<String, Object> document(TrendFinding trend, TakenFor takenFor) {
        Map<String, Object> document = trend.document();
        document.put("looks_like", takenFor.of(trend).orElse(null));
        return document;
    }
}
