package io.groundswell.trends.evaluate;

import io.groundswell.model.Term;
import java.util.List;

/**
 * A change of a post, as a replay takes it. Times are in microseconds since 1970.
 *
 * @param op one of the ops of {@link io.groundswell.model.PostChange} that concern one post
 * @param post the post's id, unique over all sources
 * @param author unique over all sources; of an unknown author the post's id
 * @param created when the post was written; 0 in a deletion
 * @param text what the post says, for telling copies; null in a deletion
 * @param terms what it speaks of; empty in a deletion
 */
public record ReplayedChange(
        String op, String post, String author, long created, long received, String text, List<Term> terms) {

    public ReplayedChange {
        terms = List.copyOf(terms);
    }
}
