package io.groundswell.app.command;

import io.groundswell.app.finding.TrendChange;
import io.groundswell.app.finding.TrendFinding;
import io.groundswell.app.output.Output;
import io.groundswell.app.output.TextTable;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** How the list of a moment has changed since. */
record ChangesReport(String scope, List<TrendChange> changes) {
    private static final String NONE = "-";

    void tell(Output output) {
        TextTable table = new TextTable(
                "change", "trend", "kind", "start", "place", "then", "seen", "then", "evidence", "then", "why");
        changes.forEach(change -> table.row(
                change.kind(),
                change.trend().display(),
                change.trend().kind(),
                change.trend().start(),
                place(change.placeNow()),
                place(change.placeThen()),
                of(change.now(), TrendFinding::observed),
                of(change.then(), TrendFinding::observed),
                of(change.now(), TrendFinding::evidenceText),
                of(change.then(), TrendFinding::evidenceText),
                change.why().text()));
        output.result(
                Map.of(
                        "scope",
                        scope,
                        "changes",
                        changes.stream().map(TrendChange::document).toList()),
                out -> out.println(changes.isEmpty() ? "Nothing of the list has changed since." : table.render("")));
    }

    private static Object place(int place) {
        return place == 0 ? NONE : place;
    }

    private static Object of(TrendFinding trend, Function<TrendFinding, Object> figure) {
        return trend == null ? NONE : figure.apply(trend);
    }
}
