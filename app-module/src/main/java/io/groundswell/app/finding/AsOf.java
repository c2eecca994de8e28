package io.groundswell.app.finding;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.unix_micros;

import io.groundswell.model.TermCount;
import io.groundswell.table.Micros;
import io.groundswell.trends.count.Decisions;
import java.time.Instant;
import org.apache.spark.sql.Column;

/**
 * Which rows of gold.term_counts and gold.trends a list is made of.
 *
 * @param at the moment of the list: it has the windows that had been decided by then; null for that of the newest decision
 * @param known the moment up to which their later decisions are known, not before {@code at}; null for all
 * @param scope {@code all}, {@code language:xx} or {@code source:xx}
 */
public record AsOf(Instant at, Instant known, String scope) {
    /** All that is known of all posts. */
    public static final AsOf NEWEST = new AsOf(null, null);

    /** Takes rows of all posts. */
    public AsOf(Instant at, Instant known) {
        this(at, known, TermCount.SCOPE_ALL);
    }

    public AsOf {
        if (at != null && known != null && known.isBefore(at)) {
            throw new IllegalArgumentException("What is known at %s can't make the list of %s".formatted(known, at));
        }
    }

    /** Returns a list as it was at a moment. */
    public static AsOf then(Instant at) {
        return new AsOf(at, at);
    }

    /** Returns the same list of the posts of one scope. */
    public AsOf in(String its) {
        return new AsOf(at, known, its);
    }

    /** Returns whether a row is among those of the list. */
    public Column has() {
        Column isOfScope = isOfScope();
        Column isKnown = known == null ? isOfScope : isOfScope.and(decided().leq(lit(Micros.of(known))));
        return at == null
                ? isKnown
                : isKnown.and(Decisions.firstOf(unix_micros(col("window_start")), col("window_width"))
                        .leq(lit(Micros.of(at))));
    }

    /** Returns whether a row is among those of the list: of a window, its width in seconds and a decision; in microseconds. */
    public boolean has(long window, int width, long decided) {
        return knows(decided) && (at == null || Decisions.first(window, width) <= Micros.of(at));
    }

    /** Returns whether a decision, in microseconds, is known. */
    public boolean knows(long decided) {
        return known == null || decided <= Micros.of(known);
    }

    /** Returns whether a decision, of whichever scope, had been made at the moment of the list. */
    Column isMade() {
        return at == null ? lit(true) : decided().leq(lit(Micros.of(at)));
    }

    /** Returns whether it is of all posts. */
    public boolean isOfAll() {
        return scope.equals(TermCount.SCOPE_ALL);
    }

    private Column isOfScope() {
        return col("scope").equalTo(scope);
    }

    private static Column decided() {
        return unix_micros(col("decided_at"));
    }
}
