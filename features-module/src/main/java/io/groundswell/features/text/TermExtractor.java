package io.groundswell.features.text;

import io.groundswell.features.text.HashtagScanner.Span;
import io.groundswell.model.Term;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the terms of one post after the other. For one thread. */
final class TermExtractor {
    private final TextSettings settings;
    private final WordScanner words;

    TermExtractor(TextSettings settings) {
        this.settings = settings;
        this.words = new WordScanner(settings);
    }

    /**
     * What a post speaks of.
     *
     * @param terms distinct, in the order of the text; tags that the text has not come last
     */
    record Extracted(String language, List<Term> terms) {}

    /**
     * Finds a post's language and terms.
     *
     * @param text null in a deletion, which has no terms
     * @param declared the language that the source declares, or null
     * @param tags the source's own tags, with or without a sign, which win over those of the text; null or empty where
     *     there are none
     */
    Extracted extract(String text, String declared, List<String> tags) {
        String language = Languages.declared(declared);
        if (text == null) {
            return new Extracted(language, List.of());
        }
        Markup markup = Markup.of(text);
        if (language == null) {
            language = Languages.ofScript(markup.prose());
        }
        Gathering found = new Gathering(StopWords.of(language), hashtags(text, markup.hashtags(), tags));
        words.scan(text, markup.prose(), word -> found.takes(word, markup.prose()));
        return new Extracted(language, found.all());
    }

    private record Tag(int start, Term term) {}

    private List<Tag> hashtags(String text, List<Span> spans, List<String> tags) {
        Map<String, Tag> written = new HashMap<>();
        List<Tag> inText = new ArrayList<>();
        for (Span span : spans) {
            Tag tag = tag(span.start(), text.substring(span.start() + 1, span.end()));
            if (written.putIfAbsent(tag.term().term(), tag) == null) {
                inText.add(tag);
            }
        }
        boolean isDeclared = tags != null && !tags.isEmpty();
        List<Tag> all = isDeclared ? declared(tags, written, text.length()) : inText;
        return all.subList(0, Math.min(settings.maxHashtags(), all.size()));
    }

    /** Feeds fold the case of their tags, so a tag that stands in the text too is shown as it stands there. */
    private static List<Tag> declared(List<String> tags, Map<String, Tag> written, int behind) {
        List<Tag> all = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (String name : tags) {
            String bare = name == null ? "" : bare(name);
            Tag tag = tag(behind, bare);
            if (isNamed(tag.term().term()) && known.add(tag.term().term())) {
                all.add(written.getOrDefault(tag.term().term(), tag));
            }
        }
        all.sort((one, other) -> Integer.compare(one.start(), other.start()));
        return all;
    }

    private static Tag tag(int start, String display) {
        return new Tag(start, new Term(Term.HASHTAG, Canonical.of(display), display));
    }

    private static String bare(String name) {
        String tag = name.strip();
        return !tag.isEmpty() && HashtagScanner.isSign(tag.charAt(0)) ? tag.substring(1) : tag;
    }

    /** A feed's tag may hold emoji and spaces, but no control characters, and more than digits. */
    private static boolean isNamed(String term) {
        return !term.isBlank()
                && term.codePointCount(0, term.length()) <= HashtagScanner.MAX_LENGTH
                && term.codePoints().noneMatch(Character::isISOControl)
                && !term.codePoints().allMatch(c -> Character.isDigit(c) || c == '_');
    }

    /** The terms of one post, as they are found. */
    private final class Gathering {
        private final Set<String> stopWords;
        private final List<Tag> hashtags;
        private final List<Term> terms = new ArrayList<>();
        private final Set<String> known = new HashSet<>();
        private final Set<String> phrases = new HashSet<>();
        private int nextHashtag;
        private Word previous;

        Gathering(Set<String> stopWords, List<Tag> hashtags) {
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
