package io.groundswell.app.evaluate;

import static io.groundswell.app.evaluate.Html.number;

import io.groundswell.trends.evaluate.Judgement;
import java.util.ArrayList;
import java.util.List;

/** The part of the report on simulated feeds. */
record SimulatedPart(EvaluationSettings settings, SimulatedStudy study) {
    void add(Html html) {
        html.heading("Planted trends in simulated feeds");
        html.paragraph(
                "%,d posts in three feeds. Thresholds are found on %d days without a trend, at %s false alarms a day; the stated rate is checked on %d other such days; what is found is judged on %d days with 16 trends a day. The first %d days are for learning. A false alarm is an episode of one term, whose alarms lie less than an hour (or 3 windows) apart."
                        .formatted(
                                study.posts(),
                                settings.nullDays(),
                                number(settings.falseAlarms(), 1),
                                settings.nullDays(),
                                settings.plantedDays(),
                                settings.learnDays()));
        study.widths().forEach(width -> add(html, width));
    }

    private void add(Html html, SimulatedStudy.OfWidth width) {
        html.subheading("Windows of %d minutes".formatted(width.widthSeconds() / 60));
        html.note(
                "The oracle knows the true rates and alarms at an evidence of %s, which is near the same rate of false alarms; recall is of the trends that it finds, and excess is counted in windows from its first alarm."
                        .formatted(number(width.oracle().evidence(), 2)));
        html.table(
                List.of(
                        "scorer",
                        "threshold",
                        "false a day, found on",
                        "checked on",
                        "recall",
                        "precision",
                        "excess, median",
                        "excess, p90"),
                width.scorers().stream().map(SimulatedPart::row).toList(),
                width.scorers().get(0).scorer());
        new Curves(width.scorers()).add(html);
        strengths(html, width);
    }

    private static List<String> row(Compared scorer) {
        List<String> row = new ArrayList<>(scorer.threshold());
        row.add(number(scorer.judgement().recall(), 2));
        row.add(number(scorer.judgement().precision(), 2));
        row.addAll(scorer.excess());
        return row;
    }

    private static void strengths(Html html, SimulatedStudy.OfWidth width) {
        List<String> head = new ArrayList<>(List.of("trend", "feasible"));
        width.scorers().forEach(scorer -> head.add(scorer.scorer()));
        List<List<String>> rows = new ArrayList<>();
        for (String group : SimulatedStudy.groups(width.scorers().get(0).comparison())) {
            List<String> row = new ArrayList<>(List.of(group));
            for (Compared scorer : width.scorers()) {
                Judgement its = scorer.judgement().of(plant -> plant.group().equals(group));
                if (row.size() == 1) {
                    row.add("%d of %d".formatted(its.feasible(), its.outcomes().size()));
                }
                row.add("%s, %s".formatted(number(its.recall(), 2), number(its.excess(0.5), 0)));
            }
            rows.add(row);
        }
        html.note("Recall and median excess of each strength and shape.");
        html.table(head, rows, "");
    }
}
