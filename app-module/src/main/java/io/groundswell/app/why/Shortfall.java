package io.groundswell.app.why;

import io.groundswell.trends.TrendSettings;
import io.groundswell.trends.score.Condition;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A condition of an alarm that a window did not meet.
 *
 * @param value what the window has; null where it is no number
 * @param needed what it would need, by the settings of now, of evidence by the threshold of then; null where it is no number
 * @param text in words
 */
record Shortfall(Condition condition, Double value, Double needed, String text) {

    static Shortfall of(Condition condition, Card card, TrendSettings settings) {
        var counted = card.score().counted();
        return switch (condition) {
            case UNMASKED ->
                new Shortfall(
                        condition,
                        card.score().coverage(),
                        1.0,
                        "a hole in a feed masks it: %s of the window was seen"
                                .formatted(Figures.percent(card.score().coverage())));
            case KNOWN ->
                new Shortfall(
                        condition,
                        null,
                        settings.minExposure(),
                        "too little is known from before it: a window needs %,.0f authors in those before, or three hours"
                                .formatted(settings.minExposure()));
            case AUTHORS ->
                new Shortfall(
                        condition,
                        (double) counted.authors(),
                        (double) card.score().bar().authors(),
                        "too few authors: %,d, and an alarm needs %,d"
                                .formatted(counted.authors(), card.score().bar().authors()));
            case TOP_AUTHOR_SHARE ->
                new Shortfall(
                        condition,
                        card.topAuthorShare(),
                        card.score().bar().topAuthorShare(),
                        "one author wrote %s of the posts, and an alarm allows %s"
                                .formatted(
                                        Figures.percent(card.topAuthorShare()),
                                        Figures.percent(card.score().bar().topAuthorShare())));
            case TEXTS ->
                new Shortfall(
                        condition,
                        (double) counted.texts(),
                        (double) card.score().bar().texts(),
                        "too few distinct texts: %,d, and an alarm needs %,d"
                                .formatted(counted.texts(), card.score().bar().texts()));
            case LIFT ->
                new Shortfall(
                        condition,
                        card.score().lift(),
                        settings.minLift(),
                        "%s times what was expected, and an alarm needs %s"
                                .formatted(Figures.of(card.score().lift()), Figures.of(settings.minLift())));
            case EVIDENCE ->
                new Shortfall(
                        condition,
                        card.score().strongest(),
                        card.score().bar().threshold().evidence(),
                        "evidence of %s, and an alarm needs %s"
                                .formatted(
                                        Figures.of(card.score().strongest()),
                                        Figures.of(
                                                card.score().bar().threshold().evidence())));
        };
    }

    Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("condition", condition.name().toLowerCase(Locale.ROOT));
        document.put("value", value);
        document.put("needed", needed);
        return document;
    }
}
