package io.groundswell.ingest.parse;

import java.time.Instant;
import java.util.List;

/** What a frame turned out to be. */
public sealed interface Reading {

    /**
     * A change of a post.
     *
     * @param op one of the ops of {@link io.groundswell.model.PostChange}
     * @param postId the id of the post's first version
     * @param version the id of this version
     * @param authorId null where the frame does not say
     * @param createdAt when the post's first version was written; null in a deletion that does not say
     * @param changedAt when this change was made; null in a deletion that does not say
     * @param content null in a deletion
     */
    record Change(
            String op,
            String postId,
            String version,
            String authorId,
            Instant createdAt,
            Instant changedAt,
            Content content)
            implements Reading {}

    /**
     * What a post says.
     *
     * @param kind {@code post}, {@code repost}, {@code reply} or {@code quote}
     * @param language the feed's claim; null where it makes none
     * @param tags the feed's own list of hashtags, without {@code #}; null where it gives none
     * @param mentions names of the accounts that the text speaks to
     * @param links addresses in full where the feed gives them so
     */
    record Content(
            String text, String kind, String language, List<String> tags, List<String> mentions, List<String> links) {}

    /**
     * A frame that can't be read.
     *
     * @param field the field that is wrong, as a path such as {@code data.created_at}; null for the whole frame
     */
    record Rejection(Reason reason, String field) implements Reading {}
}
