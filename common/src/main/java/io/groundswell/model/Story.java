package io.groundswell.model;

import java.time.Instant;
import java.util.List;

/**
 * Terms that trend together, in one window of the story's life, as known at the window's first decision.
 *
 * @param storyId the same from the first window to the last
 * @param windowWidth in seconds
 * @param storyStart start of the story's first window
 * @param label what it is about, in the posts' own words
 * @param terms those that trend in the window, the strongest first; of a story that is over those that it had last
 * @param posts of the window with one of the terms
 * @param authors distinct authors of those posts
 * @param peakAuthors most authors of any window so far
 * @param state {@code emerging}, {@code rising}, {@code peaking}, {@code fading}, {@code over}
 * @param shown the greatest {@code shown} of the terms: what lists are ordered by, decayed further to their moment
 * @param mergedInto the story that took over its terms; null unless one did
 * @param samplePostIds up to three posts of the window as source/post_id, of distinct authors and texts, those with the
 *     most of the terms first
 */
public record Story(
        String storyId,
        Instant windowStart,
        int windowWidth,
        String scope,
        Instant decidedAt,
        Instant storyStart,
        String label,
        List<StoryTerm> terms,
        long posts,
        long authors,
        long peakAuthors,
        String state,
        double shown,
        String mergedInto,
        List<String> samplePostIds,
        int storyVersion) {}
