package io.groundswell.trends.evaluate;

import io.groundswell.model.PostChange;
import io.groundswell.model.Term;
import io.groundswell.trends.count.Decisions;
import io.groundswell.trends.count.TextPrint;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Counts the windows of one width as 'detect-trends' does at their first decisions: the newest version of each post that
 * was received before, without deleted ones. Whole accounts are not removed.
 */
final class WindowCounter {
    /** A hashtag of fewer is no trend that could take other terms with it. */
    private static final int LEADER_AUTHORS = 5;

    private final int width;
    private final CountSink sink;
    /** Posts by id of each window that is not decided yet. */
    private final TreeMap<Long, Map<String, ReplayedChange>> open = new TreeMap<>();

    private final Set<String> deleted = new HashSet<>();
    private long decided = Long.MIN_VALUE;

    /** Takes a window's counts when it is decided. */
    interface CountSink {
        /**
         * Takes a window in which somebody wrote; windows come in their order.
         *
         * @param start in microseconds since 1970
         * @param authors distinct authors of all posts
         */
        void take(long start, int authors, Map<TermName, TermTally> terms) throws IOException;
    }

    WindowCounter(int widthSeconds, CountSink sink) {
        this.width = widthSeconds;
        this.sink = sink;
    }

    /** Takes the next change in the order in which they were received. */
    void take(ReplayedChange change) throws IOException {
        decideUntil(change.received());
        if (change.op().equals(PostChange.DELETED)) {
            open.values().forEach(posts -> posts.remove(change.post()));
            deleted.add(change.post());
            return;
        }
        long window = change.created() - Math.floorMod(change.created(), Decisions.widthMicros(width));
        if (Decisions.first(window, width) <= decided || deleted.contains(change.post())) {
            return;
        }
        Map<String, ReplayedChange> posts = open.computeIfAbsent(window, any -> new HashMap<>());
        if (change.op().equals(PostChange.EDITED)) {
            posts.put(change.post(), change);
        } else {
            posts.putIfAbsent(change.post(), change);
        }
    }

    /** Decides the windows that are left. */
    void end() throws IOException {
        decideUntil(Long.MAX_VALUE);
    }

    private void decideUntil(long received) throws IOException {
        decided = Math.max(decided, received);
        while (!open.isEmpty() && Decisions.first(open.firstKey(), width) <= received) {
            Map.Entry<Long, Map<String, ReplayedChange>> window = open.pollFirstEntry();
            count(window.getKey(), window.getValue());
        }
    }

    private void count(long start, Map<String, ReplayedChange> posts) throws IOException {
        Set<String> authors = new HashSet<>();
        Map<TermName, TermTally> terms = new HashMap<>();
        for (ReplayedChange post : posts.values()) {
            authors.add(post.author());
            long textBit = 1L << TextPrint.bit(post.text());
            for (Term term : post.terms()) {
                terms.computeIfAbsent(new TermName(term.kind(), term.term()), any -> new TermTally())
                        .add(post.author(), textBit);
            }
        }
        tellLeaders(posts, terms);
        if (!authors.isEmpty()) {
            sink.take(start, authors.size(), terms);
        }
    }

    /** Tells each term of the hashtag, of those that many use, whose posts most of its own are, if they are many. */
    private static void tellLeaders(Map<String, ReplayedChange> posts, Map<TermName, TermTally> terms) {
        for (ReplayedChange post : posts.values()) {
            for (Term tag : post.terms()) {
                TermName leader = new TermName(tag.kind(), tag.term());
                if (tag.kind().equals(Term.HASHTAG) && terms.get(leader).authors() >= LEADER_AUTHORS) {
                    for (Term term : post.terms()) {
                        terms.get(new TermName(term.kind(), term.term())).addWith(leader);
                    }
                }
            }
        }
    }
}
