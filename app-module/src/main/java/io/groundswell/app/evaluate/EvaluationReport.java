package io.groundswell.app.evaluate;

import io.groundswell.ingest.simulate.plan.Planted.Swarm;
import io.groundswell.trends.evaluate.KnownEvent;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The evaluation as a page.
 *
 * @param input name of the file of real posts; empty where there is none
 * @param machine what it was run on
 */
record EvaluationReport(Evaluation evaluation, String input, List<KnownEvent> events, String machine) {

    String page() {
        Html html = new Html("Groundswell: how well trends are found");
        html.paragraph(
                "Seed %d; %s. Each scorer sees the same counts of distinct authors, of terms that five write in some window, and sweeps its threshold."
                        .formatted(evaluation.settings().seed(), machine));
        evaluation.simulated().ifPresent(study -> new SimulatedPart(evaluation.settings(), study).add(html));
        evaluation.input().ifPresent(study -> new InputPart(evaluation.settings(), study, input, events).add(html));
        evaluation.swarms().ifPresent(study -> swarms(html, study));
        return html.page();
    }

    private static void swarms(Html html, SwarmStudy study) {
        html.heading("How many accounts it takes");
        html.paragraph(study.swarms().stream()
                .filter(outcome -> !outcome.alarmedWidths().isEmpty())
                .mapToLong(outcome -> outcome.swarm().authors())
                .min()
                .stream()
                .mapToObj("The smallest swarm that alarms has %d accounts."::formatted)
                .findFirst()
                .orElse("None of the swarms alarms."));
        html.paragraph(
                "Swarms that post in concert for an hour among 100,000 posts of a day, at the settings' threshold.");
        html.table(
                List.of("accounts", "posts", "texts", "alarms"),
                study.swarms().stream().map(EvaluationReport::swarm).toList(),
                "");
    }

    private static List<String> swarm(SwarmStudy.Outcome outcome) {
        Swarm swarm = outcome.swarm();
        return List.of(
                Long.toString(swarm.authors()),
                Long.toString(swarm.posts()),
                swarm.texts() == 0 ? "each its own" : Long.toString(swarm.texts()),
                outcome.alarmedWidths().isEmpty()
                        ? "no"
                        : outcome.alarmedWidths().stream()
                                .map(width -> "in windows of %d min".formatted(width / 60))
                                .collect(Collectors.joining(", ")));
    }
}
