package io.groundswell.ingest.simulate.plan;

import io.groundswell.ingest.simulate.compose.Plant;
import io.groundswell.ingest.simulate.plan.Planted.Recurrence;
import io.groundswell.ingest.simulate.profile.Curve;
import io.groundswell.ingest.simulate.profile.RecurringTag;
import io.groundswell.ingest.simulate.profile.Shape;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Plants the tags that come back, each time that they come from start to end within the stream. */
final class Recurrences {
    private final Draft draft;

    Recurrences(Draft draft) {
        this.draft = draft;
    }

    List<Recurrence> plant(List<RecurringTag> tags, Instant start, Duration span) {
        List<Recurrence> recurrences = new ArrayList<>();
        for (RecurringTag tag : tags) {
            plantOne(tag, start, start.plus(span), recurrences);
        }
        return recurrences;
    }

    private void plantOne(RecurringTag tag, Instant start, Instant end, List<Recurrence> recurrences) {
        Plant plant = new Plant(
                draft.world().freshHashtag(tag.name()),
                List.of(),
                draft.world().topics().next(draft.random()),
                draft.world().english(),
                0);
        LocalDate first = start.atZone(ZoneOffset.UTC).toLocalDate();
        for (LocalDate date = first; !from(tag, date).plus(tag.length()).isAfter(end); date = date.plusDays(1)) {
            if (tag.days().contains(date.getDayOfWeek()) && !from(tag, date).isBefore(start)) {
                recurrences.add(come(tag, plant, from(tag, date)));
            }
        }
        draft.plant(plant);
    }

    private static Instant from(RecurringTag tag, LocalDate date) {
        return date.atTime(tag.at()).toInstant(ZoneOffset.UTC);
    }

    private Recurrence come(RecurringTag tag, Plant plant, Instant start) {
        double expected = tag.peak() * Shape.windows(tag.length(), Curve.BELL);
        int count = Poisson.draw(expected, draft.random());
        for (int author : draft.authors(count)) {
            draft.post(start, tag.length(), Curve.BELL.quantile(draft.random().nextDouble()), author);
        }
        return new Recurrence(plant.tag().term(), start, start.plus(tag.length()), tag.peak(), count);
    }
}
