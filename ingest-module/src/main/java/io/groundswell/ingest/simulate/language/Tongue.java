package io.groundswell.ingest.simulate.language;

import io.groundswell.ingest.simulate.language.WordMaker.Syllables;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** A language: its real stop words, and made words whose frequencies follow Zipf's law. */
public final class Tongue {
    private static final double WORD_EXPONENT = 1.0;
    /** The stop words are the head of the law; what is left starts lower. */
    private static final double WORD_OFFSET = 10;

    private static final double STOP_WORD_EXPONENT = 0.8;

    private final String code;
    private final List<Word> words;
    private final List<Word> stopWords;
    private final AliasTable wordTable;
    private final AliasTable stopWordTable;

    private Tongue(String code, List<Word> words, List<Word> stopWords) {
        this.code = code;
        this.words = words;
        this.stopWords = stopWords;
        wordTable = AliasTable.zipf(words.size(), WORD_EXPONENT, WORD_OFFSET);
        stopWordTable = AliasTable.zipf(stopWords.size(), STOP_WORD_EXPONENT);
    }

    static Tongue make(String code, String stopWords, Syllables syllables, int size, WordMaker maker) {
        return new Tongue(
                code,
                makeWords(syllables, size, maker),
                Stream.of(stopWords.split(" ")).map(Word::of).toList());
    }

    /** Frequent words are short, as in real languages. */
    private static List<Word> makeWords(Syllables syllables, int size, WordMaker maker) {
        return Stream.iterate(0, rank -> rank + 1)
                .limit(size)
                .map(rank -> Word.of(maker.next(syllables, rank < 200 ? 1 : 2 + rank % 2)))
                .toList();
    }

    /** Returns the language's BCP 47 code. */
    public String code() {
        return code;
    }

    /** Returns the made words, most frequent first. */
    List<Word> words() {
        return words;
    }

    /** Draws a made word. */
    public Word word(SplittableRandom random) {
        return words.get(wordTable.next(random));
    }

    /** Draws a stop word. */
    public Word stopWord(SplittableRandom random) {
        return stopWords.get(stopWordTable.next(random));
    }
}
