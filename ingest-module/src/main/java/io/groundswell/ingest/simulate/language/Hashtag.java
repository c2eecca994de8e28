package io.groundswell.ingest.simulate.language;

/** A hashtag without its sign: as most people write it, and in lower case, which is what it is known by. */
public record Hashtag(Word display, Word lower) {

    static Hashtag of(String... parts) {
        StringBuilder display = new StringBuilder();
        for (String part : parts) {
            display.appendCodePoint(Character.toUpperCase(part.codePointAt(0)))
                    .append(part, part.offsetByCodePoints(0, 1), part.length());
        }
        return new Hashtag(Word.of(display.toString()), Word.of(String.join("", parts)));
    }

    /** Returns the hashtag in lower case. */
    public String term() {
        return lower.text();
    }
}
