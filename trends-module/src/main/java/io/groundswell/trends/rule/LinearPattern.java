package io.groundswell.trends.rule;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.io.Serializable;

/**
 * A regular expression that is sought in time linear in the text, whatever the expression and the text are: RE2's
 * language, which has neither look-around nor back-references, run as an automaton. What is left to bound is the
 * automaton: it grows with the product of counted repetitions that nest.
 */
final class LinearPattern implements Serializable {
    /** Steps of an automaton, each of which may be asked at each character. */
    private static final int MAX_STEPS = 500;

    /** RE2 allows as much to one repetition. */
    private static final int MAX_REPEATED = 1_000;

    private static final Pattern REPETITION = Pattern.compile("\\{([0-9]{1,6})(?:,([0-9]{0,6}))?\\}");

    private final Pattern pattern;

    private LinearPattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /**
     * Returns the pattern of an expression.
     *
     * @throws IllegalArgumentException if it can't be read or would be too dear; says why, without the expression, which
     *     is nobody's business in a log
     */
    static LinearPattern of(String expression) {
        requireFewRepetitions(expression); // before compiling, which would fill the memory
        Pattern pattern;
        try {
            pattern = Pattern.compile(expression);
        } catch (PatternSyntaxException e) {
            // Not as a cause: its message holds the expression.
            throw new IllegalArgumentException("it can't be read: " + e.getDescription());
        }
        if (pattern.programSize() > MAX_STEPS) {
            throw new IllegalArgumentException(
                    "it makes an automaton of %,d steps, at most are %,d".formatted(pattern.programSize(), MAX_STEPS));
        }
        return new LinearPattern(pattern);
    }

    /** Returns whether it is found anywhere in a text. */
    boolean isIn(String text) {
        return pattern.matcher(text).find();
    }

    private static void requireFewRepetitions(String expression) {
        Matcher counts = REPETITION.matcher(expression);
        long repeated = 1;
        while (counts.find()) {
            String most = counts.group(2) == null || counts.group(2).isEmpty() ? counts.group(1) : counts.group(2);
            repeated *= Math.max(1, Long.parseLong(most));
            if (repeated > MAX_REPEATED) {
                throw new IllegalArgumentException(
                        "the counts of its repetitions, multiplied, exceed %,d".formatted(MAX_REPEATED));
            }
        }
    }
}
