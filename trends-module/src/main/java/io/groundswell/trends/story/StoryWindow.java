package io.groundswell.trends.story;

import io.groundswell.trends.count.Decisions;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One decision of one window: the rows that its trends have, and the posts that have their terms. */
final class StoryWindow {
    private final long start;
    private final long decided;
    private final boolean isFirst;
    private final List<ToldTrend> trends = new ArrayList<>();
    private final WindowPosts posts = new WindowPosts();
    private final Map<TermId, Integer> placeOf = new HashMap<>();
    private List<ToldTrend> live;
    private long scopeAuthors;

    StoryWindow(int widthSeconds, long start, long decided) {
        this.start = start;
        this.decided = decided;
        this.isFirst = Decisions.first(start, widthSeconds) == decided;
    }

    boolean is(long otherStart, long otherDecided) {
        return start == otherStart && decided == otherDecided;
    }

    void scopeAuthors(long authors) {
        scopeAuthors = authors;
    }

    void add(ToldTrend trend) {
        trends.add(trend);
    }

    /** Adds a post, after all trends; those of an author follow one another. */
    void add(List<TermId> terms, long author, long received, String id, long textMask) {
        live();
        BitSet places = new BitSet();
        for (TermId term : terms) {
            Integer place = placeOf.get(term);
            if (place != null) {
                places.set(place);
            }
        }
        posts.add(new WindowPosts.Post(author, received, id, textMask), places);
    }

    /** Returns the trends that go on, the strongest first: by their places here posts tell of them. */
    List<ToldTrend> live() {
        if (live == null) {
            live = trends.stream()
                    .filter(trend -> !trend.isOver())
                    .sorted(ToldTrend.STRONGEST_FIRST)
                    .toList();
            for (int place = 0; place < live.size(); place++) {
                placeOf.put(live.get(place).term(), place);
            }
        }
        return live;
    }

    WindowPosts posts() {
        posts.end();
        return posts;
    }

    List<ToldTrend> trends() {
        return trends;
    }

    long start() {
        return start;
    }

    long decided() {
        return decided;
    }

    /** Returns whether stories are told at the decision; others correct single rows. */
    boolean isFirst() {
        return isFirst;
    }

    long scopeAuthors() {
        return scopeAuthors;
    }

    List<ToldTrend> of(BitSet cluster) {
        return cluster.stream().mapToObj(live()::get).toList();
    }
}
