package io.groundswell.trends.evaluate;

import java.util.HashMap;
import java.util.Map;

/** The posts of one term in one window. Most terms have one author, so that a map is made for the second. */
final class TermTally {
    private static final int LEADING_SHARE = 3;

    private String firstAuthor;
    private int firstPosts;
    private Map<String, Integer> others = Map.of();
    private Map<TermName, Integer> with = Map.of();
    private int posts;
    private int topAuthorPosts;
    private long texts;

    void add(String author, long textBit) {
        posts++;
        texts |= textBit;
        int ofAuthor;
        if (firstAuthor == null || firstAuthor.equals(author)) {
            firstAuthor = author;
            ofAuthor = ++firstPosts;
        } else {
            if (others.isEmpty()) {
                others = new HashMap<>();
            }
            ofAuthor = others.merge(author, 1, Integer::sum);
        }
        topAuthorPosts = Math.max(topAuthorPosts, ofAuthor);
    }

    /** Says that one of the posts has a hashtag, which may be the term itself. */
    void addWith(TermName hashtag) {
        if (with.isEmpty()) {
            with = new HashMap<>();
        }
        with.merge(hashtag, 1, Integer::sum);
    }

    /** Returns the hashtag that most of the posts have, of those in at least a third of them; null where there is none. */
    TermName leader() {
        return with.entrySet().stream()
                .filter(its -> its.getValue() * LEADING_SHARE >= posts)
                .max(Map.Entry.<TermName, Integer>comparingByValue()
                        .thenComparing(its -> its.getKey().term()))
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    int posts() {
        return posts;
    }

    int authors() {
        return firstAuthor == null ? 0 : 1 + others.size();
    }

    int topAuthorPosts() {
        return topAuthorPosts;
    }

    int texts() {
        return Long.bitCount(texts);
    }
}
