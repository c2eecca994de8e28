package io.groundswell.ingest.simulate.language;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** A language as it is spoken: its real small words, made words whose frequencies follow Zipf's law, and hashtags. */
public final class Tongue {
    private static final double WORD_EXPONENT = 1.0;
    /** The small words are the head of the law; what is left starts lower. */
    private static final double WORD_OFFSET = 10;

    private static final double SMALL_WORD_EXPONENT = 0.8;
    private static final double TAG_EXPONENT = 0.9;

    private final Language language;
    private final Word comma;
    private final List<Word> words;
    private final List<Word> smallWords;
    private final List<Hashtag> tags;
    private final AliasTable wordTable;
    private final AliasTable smallWordTable;
    private final AliasTable tagTable;

    private Tongue(Language language, List<Word> words, List<Word> smallWords, List<Hashtag> tags) {
        this.language = language;
        this.words = words;
        this.smallWords = smallWords;
        this.tags = tags;
        comma = Word.of(language.comma());
        wordTable = AliasTable.zipf(words.size(), WORD_EXPONENT, WORD_OFFSET);
        smallWordTable = AliasTable.zipf(smallWords.size(), SMALL_WORD_EXPONENT);
        tagTable = tags.isEmpty() ? null : AliasTable.zipf(tags.size(), TAG_EXPONENT);
    }

    /** Makes the words of a language, and so many hashtags of its own. */
    static Tongue make(Language language, int tags, WordMaker maker) {
        return new Tongue(
                language,
                makeWords(language, maker),
                language.smallWords().stream().map(Word::of).toList(),
                Stream.generate(() -> freshHashtag(language, maker)).limit(tags).toList());
    }

    /** Frequent words are short, as in real languages. */
    private static List<Word> makeWords(Language language, WordMaker maker) {
        return Stream.iterate(0, rank -> rank + 1)
                .limit(language.words())
                .map(rank -> Word.of(maker.next(language.syllables(), rank < 200 ? 1 : 2 + rank % 2)))
                .toList();
    }

    static Hashtag freshHashtag(Language language, WordMaker maker) {
        return Hashtag.of(maker.next(language.syllables(), 2), maker.next(language.syllables(), 1));
    }

    /** Returns the language's BCP 47 code. */
    public String code() {
        return language.code();
    }

    Language language() {
        return language;
    }

    /** Returns whether words are set apart. */
    public boolean isSpaced() {
        return language.isSpaced();
    }

    /** Returns what stands between parts of a sentence, without a space. */
    public Word comma() {
        return comma;
    }

    /** Returns whether it has hashtags of its own. */
    public boolean hasTags() {
        return tagTable != null;
    }

    /** Returns the made words, most frequent first. */
    List<Word> words() {
        return words;
    }

    /** Draws a made word. */
    public Word word(SplittableRandom random) {
        return words.get(wordTable.next(random));
    }

    /** Draws a small word. */
    public Word smallWord(SplittableRandom random) {
        return smallWords.get(smallWordTable.next(random));
    }

    /** Draws one of its own hashtags, of which it must have some. */
    public Hashtag tag(SplittableRandom random) {
        return tags.get(tagTable.next(random));
    }
}
