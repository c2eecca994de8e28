package io.groundswell.trends.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.model.PostChange;
import io.groundswell.model.Term;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class WindowCounterTest {
    private static final long SECOND = 1_000_000;
    private static final TermName STORM = new TermName(Term.HASHTAG, "storm");

    private final Map<Long, Map<TermName, TermTally>> windows = new TreeMap<>();
    private final Map<Long, Integer> scope = new TreeMap<>();
    private final WindowCounter counter = new WindowCounter(300, (start, authors, terms) -> {
        windows.put(start / SECOND, terms);
        scope.put(start / SECOND, authors);
    });

    private void take(String op, String post, String author, long created, long received, String tag)
            throws IOException {
        List<Term> terms = tag == null ? List.of() : List.of(new Term(Term.HASHTAG, tag, tag));
        counter.take(
                new ReplayedChange(op, post, author, created * SECOND, received * SECOND, "text of " + post, terms));
    }

    @Test
    void countsAPostOnceAndItsAuthorOnce() throws IOException {
        take(PostChange.CREATED, "1", "ann", 10, 11, "storm");
        take(PostChange.CREATED, "1", "ann", 10, 12, "storm");
        take(PostChange.CREATED, "2", "ann", 20, 21, "storm");
        take(PostChange.CREATED, "3", "bob", 30, 31, "storm");
        take(PostChange.CREATED, "4", "cid", 40, 41, "calm");
        counter.end();

        TermTally storm = windows.get(0L).get(STORM);
        assertThat(storm.posts()).isEqualTo(3);
        assertThat(storm.authors()).isEqualTo(2);
        assertThat(storm.topAuthorPosts()).isEqualTo(2);
        assertThat(storm.texts()).isBetween(1, 3);
        assertThat(scope).containsExactly(Map.entry(0L, 3));
    }

    @Test
    void countsWhatIsReceivedBeforeTheFirstDecision() throws IOException {
        take(PostChange.CREATED, "1", "ann", 10, 309, "storm");
        take(PostChange.CREATED, "2", "bob", 10, 310, "storm"); // decided at 310
        take(PostChange.CREATED, "3", "cid", 305, 311, "storm");
        counter.end();

        assertThat(windows.get(0L).get(STORM).authors()).isEqualTo(1);
        assertThat(windows.get(300L).get(STORM).authors()).isEqualTo(1);
    }

    @Test
    void takesTheNewestVersionAndNoDeletedPost() throws IOException {
        take(PostChange.CREATED, "1", "ann", 10, 11, "calm");
        take(PostChange.EDITED, "1", "ann", 10, 12, "storm");
        take(PostChange.CREATED, "2", "bob", 20, 21, "storm");
        take(PostChange.DELETED, "2", "bob", 0, 22, null);
        take(PostChange.CREATED, "2", "bob", 20, 23, "storm");
        counter.end();

        assertThat(windows.get(0L)).containsOnlyKeys(STORM);
        assertThat(windows.get(0L).get(STORM).authors()).isEqualTo(1);
    }

    @Test
    void tellsWhichHashtagMostPostsOfATermHave() throws IOException {
        List<Term> both = List.of(new Term(Term.HASHTAG, "storm", "storm"), new Term(Term.WORD, "wind", "wind"));
        for (int i = 0; i < 6; i++) {
            counter.take(new ReplayedChange(
                    PostChange.CREATED, "p" + i, "a" + i, 10 * SECOND, 11 * SECOND, "text " + i, both));
        }
        take(PostChange.CREATED, "9", "zoe", 10, 11, "calm");
        counter.end();

        assertThat(windows.get(0L).get(new TermName(Term.WORD, "wind")).leader())
                .isEqualTo(STORM);
        assertThat(windows.get(0L).get(new TermName(Term.HASHTAG, "calm")).leader())
                .isNull();
    }
}
