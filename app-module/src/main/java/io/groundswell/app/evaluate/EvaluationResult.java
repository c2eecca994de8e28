package io.groundswell.app.evaluate;

import io.groundswell.trends.evaluate.Judgement;
import io.groundswell.trends.evaluate.KnownEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an evaluation found. */
public final class EvaluationResult {
    private final Evaluation evaluation;
    private final String input;
    private final List<KnownEvent> events;

    EvaluationResult(Evaluation evaluation, String input, List<KnownEvent> events) {
        this.evaluation = evaluation;
        this.input = input;
        this.events = List.copyOf(events);
    }

    /** Returns the report as a page of HTML that needs nothing else. */
    public String page() {
        String machine = "%d cores, Java %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.version().feature());
        return new EvaluationReport(evaluation, input, events, machine).page();
    }

    /** Returns the figures for a program. */
    public Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("seed", evaluation.settings().seed());
        evaluation.simulated().ifPresent(study -> document.put("simulated", simulated(study)));
        evaluation.input().ifPresent(study -> document.put("input", ofInput(study)));
        evaluation
                .swarms()
                .ifPresent(study -> document.put(
                        "swarms",
                        study.swarms().stream().map(EvaluationResult::swarm).toList()));
        return document;
    }

    /** Returns a few lines for a person. */
    public String summary() {
        List<String> lines = new ArrayList<>();
        evaluation.simulated().ifPresent(study -> study.widths().forEach(width -> width.scorers()
                .forEach(scorer -> lines.add("%5d s  %-16s recall %.2f  precision %.2f  false a day %.2f"
                        .formatted(
                                width.widthSeconds(),
                                scorer.scorer(),
                                scorer.judgement().recall(),
                                scorer.judgement().precision(),
                                scorer.checkedADay())))));
        evaluation.input().ifPresent(study -> study.widths().forEach(width -> width.scorers()
                .forEach(scorer -> lines.add("%5d s  %-16s planted in real posts: recall %.2f  false a day %.2f"
                        .formatted(
                                width.replay().widthSeconds(),
                                scorer.planted().scorer(),
                                scorer.planted().judgement().recall(),
                                scorer.planted().checkedADay())))));
        return String.join("\n", lines);
    }

    private static List<Map<String, Object>> simulated(SimulatedStudy study) {
        return study.widths().stream()
                .flatMap(width -> width.scorers().stream().map(scorer -> figures(width.widthSeconds(), scorer)))
                .toList();
    }

    private List<Map<String, Object>> ofInput(InputStudy study) {
        return study.widths().stream()
                .flatMap(width -> width.scorers().stream().map(scorer -> {
                    Map<String, Object> row = figures(width.replay().widthSeconds(), scorer.planted());
                    row.put("unexplained", scorer.unexplained().size());
                    Map<String, Object> alarms = new LinkedHashMap<>();
                    for (int i = 0; i < events.size(); i++) {
                        alarms.put(
                                events.get(i).name(),
                                scorer.alarms().get(i).isPresent()
                                        ? InputPart.instant(
                                                width.replay(),
                                                scorer.alarms().get(i).getAsInt())
                                        : null);
                    }
                    row.put("events", alarms);
                    return row;
                }))
                .toList();
    }

    private static Map<String, Object> figures(int widthSeconds, Compared scorer) {
        Judgement judgement = scorer.judgement();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("width", widthSeconds);
        row.put("scorer", scorer.scorer());
        row.put("threshold", scorer.comparison().calibration().threshold());
        row.put("false_a_day", scorer.comparison().calibration().falseAlarmsADay());
        row.put("feasible", judgement.feasible());
        row.put("recall", finite(judgement.recall()));
        row.put("precision", finite(judgement.precision()));
        row.put("excess_median", finite(judgement.excess(0.5)));
        row.put("excess_p90", finite(judgement.excess(0.9)));
        row.put("checked_false_a_day", scorer.checkedADay());
        return row;
    }

    private static Double finite(double value) {
        return Double.isNaN(value) ? null : Double.valueOf(value);
    }

    private static Map<String, Object> swarm(SwarmStudy.Outcome outcome) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("accounts", outcome.swarm().authors());
        row.put("posts", outcome.swarm().posts());
        row.put("texts", outcome.swarm().texts());
        row.put("alarmed_widths", outcome.alarmedWidths());
        return row;
    }
}
