package io.groundswell.ingest.simulate.language;

import java.util.List;
import java.util.SplittableRandom;

/** Latent topics: each has words of its own, which are rare elsewhere. */
public final class Topics {
    /** How many words a topic has. */
    public static final int WORDS = 60;

    private static final double WORD_EXPONENT = 0.7;
    private static final double TOPIC_EXPONENT = 0.4;

    private final List<List<Word>> words;
    private final AliasTable topicTable;
    private final AliasTable wordTable = AliasTable.zipf(WORDS, WORD_EXPONENT);

    Topics(List<List<Word>> words) {
        this.words = words;
        topicTable = AliasTable.zipf(words.size(), TOPIC_EXPONENT);
    }

    /** Returns the number of topics. */
    public int size() {
        return words.size();
    }

    /** Returns the words of a topic, heaviest first. */
    public List<String> words(int topic) {
        return words.get(topic).stream().map(Word::text).toList();
    }

    /** Draws a topic by popularity. */
    public int next(SplittableRandom random) {
        return topicTable.next(random);
    }

    /** Draws a word of a topic. */
    public Word word(int topic, SplittableRandom random) {
        return words.get(topic).get(wordTable.next(random));
    }
}
