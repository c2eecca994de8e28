package io.groundswell.trends.story;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The posts of a window that have a term that trends, summed up by which terms they have: posts come author by author,
 * and what is kept grows with the combinations of terms, in posts and by author, and not with the posts.
 */
final class WindowPosts {
    /**
     * A post.
     *
     * @param id as source/post_id
     * @param textMask the bit of its text
     */
    record Post(long author, long received, String id, long textMask) implements Comparable<Post> {
        @Override
        public int compareTo(Post other) {
            int byTime = Long.compare(received, other.received);
            return byTime != 0 ? byTime : id.compareTo(other.id);
        }
    }

    /** Posts of one combination of terms. For samples the first received of each text is kept, of which there are 64. */
    static final class Alike {
        private final BitSet terms;
        private final Map<Long, Post> firstByText = new HashMap<>();
        private long posts;
        private Long author;

        Alike(BitSet terms) {
            this.terms = terms;
        }

        BitSet terms() {
            return terms;
        }

        Collection<Post> first() {
            return firstByText.values();
        }

        private void add(Post post) {
            posts++;
            // One post an author, who could fill the list with copies else.
            if (author == null || author != post.author()) {
                author = post.author();
                firstByText.merge(post.textMask(), post, (one, other) -> one.compareTo(other) <= 0 ? one : other);
            }
        }
    }

    private record Pair(int one, int other) {}

    private final Map<BitSet, Alike> byTerms = new HashMap<>();
    private final Map<BitSet, Integer> authorsByTerms = new HashMap<>();
    private final Map<Pair, Integer> authorsByPair = new HashMap<>();
    private Long author;
    private BitSet termsOfAuthor = new BitSet();
    private Set<Pair> pairsOfAuthor = new HashSet<>();

    /**
     * Adds a post; those of an author follow one another.
     *
     * @param terms numbers of the trends whose terms it has
     */
    void add(Post post, BitSet terms) {
        if (author == null || author != post.author()) {
            end();
            author = post.author();
        }
        byTerms.computeIfAbsent(terms, Alike::new).add(post);
        termsOfAuthor.or(terms);
        for (int one = terms.nextSetBit(0); one >= 0; one = terms.nextSetBit(one + 1)) {
            for (int other = terms.nextSetBit(one + 1); other >= 0; other = terms.nextSetBit(other + 1)) {
                pairsOfAuthor.add(new Pair(one, other));
            }
        }
    }

    /** Ends the author whose posts came last. */
    void end() {
        if (author != null) {
            authorsByTerms.merge(termsOfAuthor, 1, Integer::sum);
            pairsOfAuthor.forEach(pair -> authorsByPair.merge(pair, 1, Integer::sum));
            author = null;
            termsOfAuthor = new BitSet();
            pairsOfAuthor = new HashSet<>();
        }
    }

    /** Returns the authors who wrote both of two terms in one post. */
    int authorsOfBoth(int one, int other) {
        return authorsByPair.getOrDefault(new Pair(Math.min(one, other), Math.max(one, other)), 0);
    }

    /** Returns the authors who wrote any of the terms. */
    long authorsOf(BitSet terms) {
        return authorsByTerms.entrySet().stream()
                .filter(entry -> entry.getKey().intersects(terms))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** Returns the posts that have any of the terms. */
    long postsOf(BitSet terms) {
        return with(terms).mapToLong(alike -> alike.posts).sum();
    }

    /** Returns the posts that have any of the terms, by which of all terms they have. */
    Stream<Alike> with(BitSet terms) {
        Predicate<Map.Entry<BitSet, Alike>> has = entry -> entry.getKey().intersects(terms);
        return byTerms.entrySet().stream().filter(has).map(Map.Entry::getValue);
    }
}
