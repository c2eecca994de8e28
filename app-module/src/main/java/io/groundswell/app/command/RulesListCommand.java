package io.groundswell.app.command;

import io.groundswell.app.CommonOptions;
import io.groundswell.app.Context;
import io.groundswell.app.lake.KernelTable;
import io.groundswell.app.output.TextTable;
import io.groundswell.model.RuleChange;
import io.groundswell.table.Catalogue;
import io.groundswell.table.Micros;
import io.groundswell.trends.rule.InForce;
import io.groundswell.trends.rule.Rules;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code rules list}. */
@Command(name = "list", description = "Lists the rules in force and to come; with --at those in force then.")
final class RulesListCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common;

    @Option(names = "--all", description = "Those that have ended too.")
    private boolean isAll;

    @Option(
            names = "--at",
            paramLabel = "TIME",
            converter = MomentConverter.class,
            description = "Those by which the decisions of that moment of received time are made.")
    private Instant at;

    @Override
    public Integer call() {
        Context context = common.context();
        long now = Micros.of(context.clock().instant());
        List<Rules.Held> rules = Rules.of(changes(context)).all().stream()
                .filter(held -> at == null
                        ? isAll || held.inForce().endsAfter(now)
                        : held.inForce().at(Micros.of(at)))
                .toList();
        TextTable table =
                new TextTable("rule", "action", "kind", "value", "source", "thresholds", "from", "to", "comment");
        rules.forEach(held -> table.row(
                held.rule().ruleId(),
                held.rule().action(),
                held.rule().kind(),
                held.rule().value(),
                shown(held.rule().source()),
                RulesReport.thresholds(held.rule()),
                Micros.instant(held.inForce().from()),
                held.inForce().isOpen() ? "" : Micros.instant(held.inForce().to()),
                shown(held.rule().comment())));
        context.output()
                .result(
                        Map.of(
                                "rules",
                                rules.stream().map(RulesListCommand::document).toList()),
                        out -> out.println(rules.isEmpty() ? "There are no rules." : table.render("")));
        return 0;
    }

    private static Map<String, Object> document(Rules.Held held) {
        RuleChange rule = held.rule();
        InForce inForce = held.inForce();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("rule_id", rule.ruleId());
        document.put("action", rule.action());
        document.put("kind", rule.kind());
        document.put("value", rule.value());
        document.put("source", rule.source());
        document.put("min_evidence", rule.minEvidence());
        document.put("min_authors", rule.minAuthors());
        document.put("from", Micros.instant(inForce.from()).toString());
        document.put(
                "to", inForce.isOpen() ? null : Micros.instant(inForce.to()).toString());
        document.put("comment", rule.comment());
        return document;
    }

    private static List<RuleChange> changes(Context context) {
        return KernelTable.contentOf(context.lake().table(Catalogue.RULES)).stream()
                .map(RulesListCommand::change)
                .toList();
    }

    private static RuleChange change(Map<String, Object> row) {
        return new RuleChange(
                (String) row.get("rule_id"),
                (String) row.get("action"),
                (String) row.get("kind"),
                (String) row.get("source"),
                (String) row.get("value"),
                (Double) row.get("min_evidence"),
                (Integer) row.get("min_authors"),
                (String) row.get("comment"),
                Instant.parse((String) row.get("effective_at")),
                (Boolean) row.get("is_end"),
                Instant.parse((String) row.get("added_at")));
    }

    private static String shown(String text) {
        return text == null ? "" : text;
    }
}
