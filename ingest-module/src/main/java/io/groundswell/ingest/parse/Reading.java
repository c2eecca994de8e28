package io.groundswell.ingest.parse;

import io.groundswell.model.PostChange;
import java.time.Instant;
import java.util.List;

/** What a frame turned out to be. */
public sealed interface Reading {

    /**
     * A change of a post, or the removal of an account.
     *
     * @param op one of the ops of {@link PostChange}
     * @param postId the id of the post's first version; null in a removal
     * @param version the id of this version; null in a removal whose frame does not say when it was
     * @param authorId null where the frame does not say; never in a removal
     * @param createdAt when the post's first version was written, or when the account went; null in a deletion, and in
     *     a removal that does not say
     * @param change when this change was made
     * @param content null in a deletion and a removal
     */
    record Change(
            String op,
            String postId,
            String version,
            String authorId,
            Instant createdAt,
            Moment change,
            Content content)
            implements Reading {

        /** A deletion is not a version of the post: all deletions of a post are one. */
        private static final String DELETED_VERSION = "deleted";

        static Change deletion(String postId, String authorId, Moment at) {
            return new Change(PostChange.DELETED, postId, DELETED_VERSION, authorId, null, at, null);
        }

        /** Returns the removal of an account. Each has the time of the event for its version: an account can come back. */
        static Change removal(String authorId, Moment at) {
            String version = at.at() == null ? null : at.at().toString();
            return new Change(PostChange.ACCOUNT_REMOVED, null, version, authorId, at.at(), at, null);
        }

        /** Returns when this change was made; null in a deletion or removal that does not say. */
        public Instant changedAt() {
            return change.at();
        }
    }

    /**
     * A time that a frame tells.
     *
     * @param at null where it does not
     * @param field where it stands in the frame, or should
     */
    record Moment(Instant at, String field) {}

    /**
     * What a post says. Each hashtag, mention and link is told once, also where a feed repeats it as often as the text
     * does.
     *
     * @param kind {@code post}, {@code repost}, {@code reply} or {@code quote}
     * @param language the feed's claim; null where it makes none
     * @param tags the feed's own list of hashtags, without {@code #}; null where it gives none
     * @param mentions names of the accounts that the text speaks to
     * @param links addresses in full where the feed gives them so
     */
    record Content(
            String text, String kind, String language, List<String> tags, List<String> mentions, List<String> links) {
        public Content {
            tags = tags == null ? null : distinct(tags);
            mentions = distinct(mentions);
            links = distinct(links);
        }

        private static List<String> distinct(List<String> values) {
            return values.size() < 2 ? values : values.stream().distinct().toList();
        }
    }

    /**
     * A frame that can't be read.
     *
     * @param field the field that is wrong, as a path such as {@code data.created_at}; null for the whole frame
     */
    record Rejection(Reason reason, String field) implements Reading {}
}
