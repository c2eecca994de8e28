package io.groundswell.features.text;

import io.groundswell.features.text.HashtagScanner.Span;
import io.groundswell.model.Term;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A hashtag of a post.
 *
 * @param start offset of its sign; the text's length where the text has it not
 */
record Hashtag(int start, Term term) {
    private static final Pattern SPACES = Pattern.compile("\\p{Zs}+");
    private static final Pattern BEFORE_NAME = Pattern.compile("[#＃﹟\\s\\u200C\\u200D\\uFE0F]+");

    /** Controls of direction, zero-width spaces and the soft hyphen; joiners and what selects an emoji's look stay. */
    private static final Pattern INVISIBLE = Pattern.compile(
            "[\\u00AD\\u061C\\u180E\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u2064\\u2066-\\u2069\\uFEFF]");

    /**
     * Returns a post's distinct hashtags in the order of the text.
     *
     * @param tags the source's own, which win over those of the text; null or empty where there are none
     */
    static List<Hashtag> of(String text, List<Span> spans, List<String> tags, int most) {
        Map<String, Hashtag> written = new HashMap<>();
        List<Hashtag> inText = new ArrayList<>();
        for (Span span : spans) {
            Hashtag tag = hashtag(span.start(), text.substring(span.start() + 1, span.end()));
            if (isNamed(tag.term().term()) && written.putIfAbsent(tag.term().term(), tag) == null) {
                inText.add(tag);
            }
        }
        boolean isDeclared = tags != null && !tags.isEmpty();
        List<Hashtag> all = isDeclared ? declared(tags, written, text.length()) : inText;
        return all.subList(0, Math.min(most, all.size()));
    }

    /** Feeds fold the case of their tags, so a tag that stands in the text too is shown as it stands there. */
    private static List<Hashtag> declared(List<String> tags, Map<String, Hashtag> written, int behind) {
        List<Hashtag> all = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (String name : tags) {
            String bare = name == null ? "" : bare(name);
            Hashtag tag = hashtag(behind, bare);
            if (isNamed(tag.term().term()) && known.add(tag.term().term())) {
                all.add(written.getOrDefault(tag.term().term(), tag));
            }
        }
        all.sort((one, other) -> Integer.compare(one.start(), other.start()));
        return all;
    }

    private static Hashtag hashtag(int start, String display) {
        return new Hashtag(start, new Term(Term.HASHTAG, Canonical.of(display), display));
    }

    /** Returns a name without its signs, of which Weibo sets one behind it too, and without what is no part of it. */
    private static String bare(String name) {
        if (isPlain(name)) {
            return name;
        }
        String visible = SPACES.matcher(INVISIBLE.matcher(name).replaceAll("")).replaceAll(" ");
        Matcher before = BEFORE_NAME.matcher(visible);
        String signs = before.lookingAt() ? before.group() : "";
        String bare = visible.substring(signs.length()).strip();
        boolean isBetweenSigns = bare.length() > 1
                && signs.chars().anyMatch(HashtagScanner::isSign)
                && HashtagScanner.isSign(bare.charAt(bare.length() - 1));
        return isBetweenSigns ? bare.substring(0, bare.length() - 1).strip() : bare;
    }

    /** Most names are: there is nothing in them to look for. */
    private static boolean isPlain(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if ((c < 'a' || c > 'z') && (c < 'A' || c > 'Z') && (c < '0' || c > '9') && c != '_') {
                return false;
            }
        }
        return true;
    }

    /** A feed's tag may hold emoji and spaces, but no control characters, and more than digits. */
    private static boolean isNamed(String term) {
        return !term.isBlank()
                && term.codePointCount(0, term.length()) <= HashtagScanner.MAX_LENGTH
                && term.codePoints().noneMatch(Character::isISOControl)
                && !term.codePoints().allMatch(c -> Character.isDigit(c) || c == '_');
    }
}
