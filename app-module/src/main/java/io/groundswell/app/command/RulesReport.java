package io.groundswell.app.command;

import io.groundswell.app.Context;
import io.groundswell.model.RuleChange;
import io.groundswell.trends.rule.RuleBook;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says what was done to a rule. */
final class RulesReport {
    private RulesReport() {}

    static void tell(Context context, RuleBook.Entry entry) {
        RuleChange change = entry.change();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("rule_id", change.ruleId());
        document.put("action", change.action());
        document.put("kind", change.kind());
        document.put("source", change.source());
        document.put("value", change.value());
        document.put("min_evidence", change.minEvidence());
        document.put("min_authors", change.minAuthors());
        document.put("effective_at", change.effectiveAt().toString());
        document.put("is_end", change.isEnd());
        document.put("is_new", entry.isNew());
        document.put("decided_through", entry.decidedThrough().toString());
        context.output()
                .result(
                        document,
                        out -> out.printf(
                                "Rule %s %s %s %s%s: it %s at %s%s. Decisions are made through %s.%n",
                                change.ruleId(),
                                change.action(),
                                change.kind(),
                                change.value(),
                                thresholds(change).isEmpty() ? "" : " (" + thresholds(change) + ")",
                                change.isEnd() ? "ends" : "begins",
                                change.effectiveAt(),
                                entry.isNew() ? "" : ", as was said before",
                                entry.decidedThrough()));
    }

    /** Says a watch's own thresholds; empty where it has none. */
    static String thresholds(RuleChange rule) {
        return Stream.of(
                        rule.minEvidence() == null ? null : "evidence %s".formatted(rule.minEvidence()),
                        rule.minAuthors() == null ? null : "%d authors".formatted(rule.minAuthors()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }
}
