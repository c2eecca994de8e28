package io.groundswell.features.text;

import io.groundswell.model.Term;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the terms of one post after the other. For one thread. */
public final class TermExtractor {
    private final TextSettings settings;
    private final WordScanner words;
    private final LanguageDetector detector;

    /**
     * @throws io.groundswell.job.PlatformException if the settings ask for a language that can't be detected
     */
    public TermExtractor(TextSettings settings) {
        this.settings = settings;
        this.words = new WordScanner(settings);
        this.detector =
                settings.detectLanguages().isEmpty() ? null : LanguageDetector.among(settings.detectLanguages());
    }

    /**
     * What a post speaks of.
     *
     * @param terms distinct, in the order of the text; tags that the text has not come last
     */
    public record Extracted(String language, List<Term> terms) {}

    /**
     * Finds a post's language and terms.
     *
     * @param text null in a deletion, which has no terms
     * @param declared the language that the source declares, or null
     * @param tags the source's own tags, with or without a sign, which win over those of the text; null or empty where
     *     there are none
     */
    public Extracted extract(String text, String declared, List<String> tags) {
        String language = Languages.declared(declared);
        if (text == null) {
            return new Extracted(language, List.of());
        }
        Markup markup = Markup.of(text);
        List<Hashtag> hashtags = Hashtag.of(text, markup.hashtags(), tags, settings.maxHashtags());
        if (language == null) {
            language = undeclared(markup.prose(), hashtags);
        }
        Gathering found = new Gathering(StopWords.of(language), hashtags);
        words.scan(text, markup, word -> found.takes(word, markup.prose()));
        return new Extracted(language, found.all());
    }

    /** Tags are often in another language than the prose, so they tell only where there is no prose. */
    private String undeclared(char[] prose, List<Hashtag> hashtags) {
        if (!Languages.hasLetter(prose)) {
            String tags = hashtags.stream().map(tag -> tag.term().display()).collect(Collectors.joining(" "));
            return Languages.ofScript(tags.toCharArray());
        }
        String language = Languages.ofScript(prose);
        return language == null && detector != null ? detector.of(prose) : language;
    }

    /** The terms of one post, as they are found. */
    private final class Gathering {
        private final Set<String> stopWords;
        private final List<Hashtag> hashtags;
        private final List<Term> terms = new ArrayList<>();
        private final Set<String> known = new HashSet<>();
        private final Set<String> phrases = new HashSet<>();
        private int nextHashtag;
        private Word previous;

        Gathering(Set<String> stopWords, List<Hashtag> hashtags) {
            this.stopWords = stopWords;
            this.hashtags = hashtags;
        }

        /** Takes a word, and returns false where the post has as many as count. */
        boolean takes(Word word, char[] prose) {
            String term = word.term();
            if (StopWords.isAlways(term)
                    || stopWords.contains(term)
                    || settings.extraStopWords().contains(term)) {
                return true;
            }
            if (known.size() == settings.maxWords() && !known.contains(term)) {
                return false;
            }
            takeHashtagsBefore(word.start());
            if (known.add(term)) {
                terms.add(new Term(Term.WORD, term, word.display()));
            }
            if (settings.phrases() && previous != null && areAdjacent(previous, word, prose)) {
                takePhrase(previous, word);
            }
            previous = word;
            return true;
        }

        List<Term> all() {
            takeHashtagsBefore(Integer.MAX_VALUE);
            return terms;
        }

        private void takePhrase(Word first, Word second) {
            String term = first.term() + ' ' + second.term();
            if (phrases.size() < settings.maxPhrases() && phrases.add(term)) {
                terms.add(new Term(Term.PHRASE, term, first.display() + ' ' + second.display()));
            }
        }

        private void takeHashtagsBefore(int offset) {
            while (nextHashtag < hashtags.size() && hashtags.get(nextHashtag).start() < offset) {
                terms.add(hashtags.get(nextHashtag++).term());
            }
        }

        /** Stop words, numbers and signs between two words part them; spaces and a hyphen don't, the end of a line does. */
        private static boolean areAdjacent(Word first, Word second, char[] prose) {
            for (int i = first.end(); i < second.start(); i++) {
                if (prose[i] != ' ' && prose[i] != '-' && prose[i] != '\u00A0') {
                    return false;
                }
            }
            return second.start() > first.end();
        }
    }
}
