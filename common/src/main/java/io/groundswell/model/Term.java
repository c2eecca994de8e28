package io.groundswell.model;

/**
 * Something a post speaks of.
 *
 * @param kind one of {@link #HASHTAG}, {@link #WORD}, {@link #PHRASE}
 * @param term the canonical form, by which terms are equal
 * @param display the form in which the post wrote it
 */
public record Term(String kind, String term, String display) {
    public static final String HASHTAG = "hashtag";
    public static final String WORD = "word";
    public static final String PHRASE = "phrase";
}
