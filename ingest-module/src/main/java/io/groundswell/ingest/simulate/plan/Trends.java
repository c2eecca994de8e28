package io.groundswell.ingest.simulate.plan;

import io.groundswell.ingest.simulate.compose.Plant;
import io.groundswell.ingest.simulate.language.Tongue;
import io.groundswell.ingest.simulate.language.Word;
import io.groundswell.ingest.simulate.profile.Shape;
import io.groundswell.ingest.simulate.profile.Strength;
import io.groundswell.ingest.simulate.profile.TrendSeries;
import io.groundswell.ingest.simulate.profile.TrendSeries.Arrivals;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Plants the trends of a series, each on a hashtag of its own or on one of those that have a base. */
final class Trends {
    private static final Duration DAY = Duration.ofDays(1);

    private final TrendSeries series;
    private final Draft draft;
    private final Bases bases;

    Trends(TrendSeries series, Draft draft, Bases bases) {
        this.series = series;
        this.draft = draft;
        this.bases = bases;
    }

    List<PlantedTrend> plant(Instant start, Duration span) {
        Slots slots = Slots.of(start, span, series.quiet(), series.longest());
        int count = slots.hasRoom() ? count(span) : 0;
        List<PlantedTrend> trends = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            trends.add(plantOne(i, slots.draw(i, count, draft.random())));
        }
        return trends;
    }

    private int count(Duration span) {
        double expected = series.perDay() * span.toMillis() / DAY.toMillis();
        return expected == 0 ? 0 : (int) Math.max(1, Math.round(expected));
    }

    private PlantedTrend plantOne(int i, Instant start) {
        Strength strength = series.strength(i);
        Shape shape = series.shape(i);
        double expected = strength.peak() * shape.windows();
        boolean isEven = series.arrivals() == Arrivals.EVEN;
        int count = isEven ? (int) Math.round(expected) : Poisson.draw(expected, draft.random());
        List<Integer> authors = draft.authors(count);
        for (int post = 0; post < count; post++) {
            double drawn = draft.random().nextDouble();
            double share = isEven ? (post + drawn) / count : drawn;
            draft.post(start, shape.length(), shape.curve().quantile(share), authors.get(post));
        }
        Plant plant = strength.base() == 0 ? fresh(i) : risen(bases.next(strength));
        List<String> words = plant.words().stream().map(Word::text).toList();
        Instant end = start.plus(shape.length());
        return new PlantedTrend(plant.tag().term(), plant.tongue().code(), strength, shape, start, end, count, words);
    }

    private Plant fresh(int i) {
        Tongue tongue = draft.tongue(i);
        List<Word> words = draft.ownWords(tongue);
        Plant plant = new Plant(
                draft.world().freshHashtag(tongue),
                words,
                draft.world().topics().next(draft.random()),
                tongue,
                0);
        draft.plant(plant);
        return plant;
    }

    private Plant risen(Plant base) {
        Plant plant = new Plant(base.tag(), draft.ownWords(base.tongue()), base.topic(), base.tongue(), 0);
        draft.plant(plant);
        return plant;
    }
}
