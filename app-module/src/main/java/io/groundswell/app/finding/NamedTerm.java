package io.groundswell.app.finding;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.groundswell.features.text.CanonicalTerms;
import io.groundswell.job.PlatformException;
import io.groundswell.model.Term;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;

/**
 * A term as a person wrote it, in the forms in which it may have been counted.
 *
 * @param forms the canonical form by each kind that it may be of
 */
public record NamedTerm(String written, Map<String, String> forms) {
    private static final String SIGNS = "#＃﹟";

    /**
     * Returns what may be meant: of a kind that is named that alone, with a sign a hashtag, two words a phrase, and else a
     * hashtag or a word.
     *
     * @param kind one of those of {@link Term}; null where none is named
     * @throws PlatformException if no post can have such a term
     */
    public static NamedTerm of(String written, String kind) {
        List<String> kinds = kind == null ? kindsOf(written.strip()) : List.of(kind);
        Map<String, String> forms = new TreeMap<>();
        kinds.forEach(one -> CanonicalTerms.of(one, written).ifPresent(form -> forms.put(one, form)));
        if (forms.isEmpty()) {
            throw PlatformException.usage(
                    "No post can have the %s '%s'. A word has no spaces, a phrase two words, a hashtag more than digits."
                            .formatted(String.join(" or ", kinds), written));
        }
        return new NamedTerm(written, forms);
    }

    private static List<String> kindsOf(String written) {
        if (!written.isEmpty() && SIGNS.indexOf(written.charAt(0)) >= 0) {
            return List.of(Term.HASHTAG);
        }
        boolean isOne = written.chars().noneMatch(Character::isWhitespace);
        return isOne ? List.of(Term.HASHTAG, Term.WORD) : List.of(Term.PHRASE);
    }

    /** Returns whether a row with columns kind and term is of it. */
    public Column isNamed() {
        return forms.entrySet().stream()
                .map(form -> col("kind").equalTo(form.getKey()).and(col("term").equalTo(form.getValue())))
                .reduce(lit(false), Column::or);
    }

    /** Returns whether a term of a kind is of it. */
    public boolean isNamed(String kind, String term) {
        return term.equals(forms.get(kind));
    }

    /**
     * Returns the kind that is meant.
     *
     * @param found the kinds of which there are rows
     * @param where says where rows were looked for, as in "in gold.term_counts"
     * @throws PlatformException if there are rows of none, or of more than one
     */
    public String kind(Collection<String> found, String where) {
        List<String> kinds = found.stream().distinct().sorted().toList();
        if (kinds.isEmpty()) {
            throw PlatformException.usage(
                    "The %s '%s' has no row %s: no post that counts wrote it. Check how it is written; 'interest --top 20'"
                                    .formatted(String.join(" or ", forms.keySet()), written, where)
                            + " lists what is written most, and --kind names another kind of term.");
        }
        if (kinds.size() > 1) {
            throw PlatformException.usage("'%s' was written as a %s: add %s%s."
                    .formatted(
                            written,
                            String.join(" and as a ", kinds),
                            kinds.stream().map(kind -> "--kind " + kind).collect(Collectors.joining(" or ")),
                            kinds.contains(Term.HASHTAG) ? ", or write '#%s' for the hashtag".formatted(written) : ""));
        }
        return kinds.get(0);
    }
}
