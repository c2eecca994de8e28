package io.groundswell.app.evaluate;

import io.groundswell.ingest.simulate.plan.Planted.Swarm;
import io.groundswell.model.Term;
import io.groundswell.trends.TrendSettings;
import io.groundswell.trends.evaluate.Episode;
import io.groundswell.trends.evaluate.Replay;
import io.groundswell.trends.evaluate.ScoredReplay;
import io.groundswell.trends.evaluate.SurpriseScorer;
import io.groundswell.trends.evaluate.TermName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How many accounts it takes to make a trend: swarms of ever more accounts that post as much together.
 *
 * @param swarms by their accounts
 */
record SwarmStudy(List<Outcome> swarms) {
    private static final String PROFILE = "swarm";
    private static final int DAYS = 1;

    SwarmStudy {
        swarms = List.copyOf(swarms);
    }

    /** @param alarmedWidths widths of windows, in seconds, in which it alarmed at the settings' evidence */
    record Outcome(Swarm swarm, Set<Integer> alarmedWidths) {
        Outcome {
            alarmedWidths = new TreeSet<>(alarmedWidths);
        }
    }

    static SwarmStudy of(EvaluationSettings settings, TrendSettings trends, ChangeReader reader) throws IOException {
        Recorded recorded = Recorded.simulated(PROFILE, DAYS, settings.seed(), reader, settings.widthSeconds());
        List<Set<TermName>> alarmed = new ArrayList<>();
        for (Replay replay : recorded.replays()) {
            alarmed.add(ScoredReplay.of(replay, new SurpriseScorer(trends)).episodes(trends.minEvidence(), 0).stream()
                    .map(Episode::name)
                    .collect(Collectors.toSet()));
        }
        List<Outcome> outcomes = recorded.truth().planted().swarms().stream()
                .sorted(Comparator.comparingLong(Swarm::authors).thenComparing(Swarm::texts))
                .map(swarm -> outcome(swarm, recorded.replays(), alarmed))
                .toList();
        return new SwarmStudy(outcomes);
    }

    private static Outcome outcome(Swarm swarm, List<Replay> replays, List<Set<TermName>> alarmed) {
        TermName name = new TermName(Term.HASHTAG, swarm.term());
        Set<Integer> widths = new TreeSet<>();
        for (int i = 0; i < replays.size(); i++) {
            if (alarmed.get(i).contains(name)) {
                widths.add(replays.get(i).widthSeconds());
            }
        }
        return new Outcome(swarm, widths);
    }
}
