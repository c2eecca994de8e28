package io.groundswell.trends.score;

/** What has one history: a term of a kind in the windows of one width of one scope. */
public record TermKey(int width, String scope, String kind, String term) {}
