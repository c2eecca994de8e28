package io.groundswell.features.text;

/**
 * A word in its place.
 *
 * @param start offset of its first char
 * @param end offset behind its last char, a possessive ending included
 * @param display as written
 */
record Word(int start, int end, String term, String display) {}
