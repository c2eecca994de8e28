package io.groundswell.model;

/**
 * A term of a story.
 *
 * @param kind as of {@link Term}
 * @param term the canonical form
 * @param display the form in which most posts wrote it
 * @param shown as of its {@link Trend}; never null, which a nested column can not say
 */
public record StoryTerm(String kind, String term, String display, Double shown) {}
