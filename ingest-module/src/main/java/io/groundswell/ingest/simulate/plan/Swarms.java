package io.groundswell.ingest.simulate.plan;

import io.groundswell.ingest.simulate.compose.Plant;
import io.groundswell.ingest.simulate.plan.Planted.Swarm;
import io.groundswell.ingest.simulate.profile.SwarmSeries;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Plants the swarms of a series, each on a hashtag of its own. */
final class Swarms {
    private static final Duration DAY = Duration.ofDays(1);

    private final SwarmSeries series;
    private final Draft draft;

    Swarms(SwarmSeries series, Draft draft) {
        this.series = series;
        this.draft = draft;
    }

    List<Swarm> plant(Slots slots, Duration span) {
        int count = slots.hasRoom() ? (int) (series.perDay() * span.toMillis() / DAY.toMillis()) : 0;
        List<Swarm> swarms = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            SwarmSeries.Kind kind = series.kinds().get(i % series.kinds().size());
            swarms.add(plantOne(kind, slots.draw(i, count, draft.random())));
        }
        return swarms;
    }

    private Swarm plantOne(SwarmSeries.Kind kind, Instant start) {
        List<Integer> authors = draft.authors(kind.authors());
        Set<Integer> active = new HashSet<>();
        for (int i = 0; i < kind.posts(); i++) {
            double passed = draft.random().nextDouble();
            int author = authors.get(draft.random().nextInt(authors.size()));
            draft.post(start, kind.length(), passed, author);
            active.add(author);
        }
        Plant plant = draft.freshPlant(kind.texts());
        return new Swarm(
                plant.tag().term(), start, start.plus(kind.length()), active.size(), kind.posts(), kind.texts());
    }
}
