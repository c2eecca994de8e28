package io.groundswell.ingest.simulate.language;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A word, ready to be copied into text: letters only, so that it needs no escaping in JSON. */
public record Word(String text, byte[] utf8, int codePoints) {

    /** Returns the word of a string of letters. */
    public static Word of(String text) {
        return new Word(text, text.getBytes(UTF_8), text.codePointCount(0, text.length()));
    }
}
