package io.groundswell.ingest.simulate.plan;

import io.groundswell.ingest.simulate.compose.Plant;
import io.groundswell.ingest.simulate.language.Tongue;
import io.groundswell.ingest.simulate.plan.Planted.BaseTerm;
import io.groundswell.ingest.simulate.profile.Strength;
import io.groundswell.ingest.simulate.profile.TrendSeries;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Plants hashtags that are used all the time, at a rate that goes with the rhythm, each post independent of the others. */
final class Bases {
    private static final double WINDOW_SECONDS = 300;

    private final Draft draft;
    private final Rhythm rhythm;
    private final Map<Strength, List<Plant>> plants = new HashMap<>();
    private final Map<Strength, Integer> taken = new HashMap<>();
    private final List<BaseTerm> terms = new ArrayList<>();

    Bases(Draft draft, Rhythm rhythm) {
        this.draft = draft;
        this.rhythm = rhythm;
    }

    List<BaseTerm> plant(TrendSeries series, Duration span) {
        for (Strength strength : series.strengths()) {
            for (int i = 0; i < series.baseTerms() && strength.base() > 0; i++) {
                plantOne(strength, span);
            }
        }
        return terms;
    }

    private void plantOne(Strength strength, Duration span) {
        double highest = strength.base() / WINDOW_SECONDS * rhythm.maxFactor();
        double end = span.toMillis() / 1_000.0;
        double at = Poisson.gap(draft.random()) / highest;
        while (at < end) {
            // Thinning: of arrivals at the highest rate those are kept that the rate at their time has of it.
            if (draft.random().nextDouble() * rhythm.maxFactor() < rhythm.factor(at)) {
                draft.post(rhythm.startMillis() + (long) (at * 1_000), draft.author());
            }
            at += Poisson.gap(draft.random()) / highest;
        }
        Tongue tongue = draft.tongue(terms.size());
        Plant plant = new Plant(
                draft.world().freshHashtag(tongue),
                List.of(),
                draft.world().topics().next(draft.random()),
                tongue,
                0);
        draft.plant(plant);
        plants.computeIfAbsent(strength, key -> new ArrayList<>()).add(plant);
        terms.add(new BaseTerm(plant.tag().term(), tongue.code(), strength.base()));
    }

    /** Returns the one of a strength that was not taken for longest. */
    Plant next(Strength strength) {
        List<Plant> all = plants.get(strength);
        return all.get((taken.merge(strength, 1, Integer::sum) - 1) % all.size());
    }
}
