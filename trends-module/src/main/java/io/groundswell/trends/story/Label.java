package io.groundswell.trends.story;

import io.groundswell.model.Term;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Says what a story is about in the posts' own words: its strongest hashtag and its strongest phrase, or where there is none
 * words, of which none says again what the hashtag does.
 */
final class Label {
    private static final int WORDS = 2;

    private Label() {}

    /** Returns the label of trends, the strongest first. */
    static String of(List<ToldTrend> trends) {
        ToldTrend tag = first(trends, Term.HASHTAG).orElse(null);
        ToldTrend phrase = first(trends, Term.PHRASE).orElse(null);
        if (tag == null) {
            return phrase == null ? words(trends, null) : phrase.display();
        }
        if (phrase != null && !phrase.name().isNameOf(tag.name())) {
            return written(tag) + " " + phrase.display();
        }
        if (phrase != null && phrase.name().words().size() > tag.name().words().size()) {
            return phrase.display();
        }
        return (written(tag) + " " + words(trends, tag)).strip();
    }

    private static String words(List<ToldTrend> trends, ToldTrend tag) {
        return trends.stream()
                .filter(trend -> trend.term().kind().equals(Term.WORD))
                .filter(trend -> tag == null || !trend.name().isNameOf(tag.name()))
                .limit(WORDS)
                .map(ToldTrend::display)
                .collect(Collectors.joining(" · "));
    }

    private static String written(ToldTrend tag) {
        return tag.display().startsWith("#") ? tag.display() : "#" + tag.display();
    }

    private static Optional<ToldTrend> first(List<ToldTrend> trends, String kind) {
        return trends.stream().filter(trend -> trend.term().kind().equals(kind)).findFirst();
    }
}
