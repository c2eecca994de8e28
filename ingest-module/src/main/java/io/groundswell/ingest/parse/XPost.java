package io.groundswell.ingest.parse;

import static java.time.temporal.ChronoUnit.SECONDS;

import io.groundswell.model.PostChange;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/**
 * {@code data} of a frame of X: one version of a post. An edit is a version whose id is not the first of its
 * {@code edit_history_tweet_ids}; when the first was written stands in its id.
 */
final class XPost {
    private final XEntities entities = new XEntities();
    private String id;
    private String text;
    private String authorId;
    private String createdAt;
    private String language;
    private boolean isReply;
    private List<String> versions = List.of();
    private List<String> references;

    void read(JsonCursor cursor, String name) throws IOException {
        switch (name) {
            case "id" -> id = cursor.text();
            case "text" -> text = cursor.text();
            case "author_id" -> authorId = cursor.text();
            case "created_at" -> createdAt = cursor.text();
            case "lang" -> language = cursor.text();
            case "in_reply_to_user_id" -> isReply = cursor.text() != null;
            case "edit_history_tweet_ids" -> versions = cursor.list(cursor::text);
            case "referenced_tweets" -> references = cursor.list(() -> readReference(cursor));
            case "entities" -> entities.read(cursor);
            default -> cursor.skip();
        }
    }

    private static String readReference(JsonCursor cursor) throws IOException {
        String[] type = new String[1];
        cursor.fields(name -> {
            if (name.equals("type")) {
                type[0] = cursor.text();
            } else {
                cursor.skip();
            }
        });
        return type[0];
    }

    /** Returns whether there is anything of a post, so that what lacks is a missing field. */
    boolean isPresent() {
        return id != null || text != null || createdAt != null;
    }

    Reading change() throws UnreadableFrame {
        String version = Ids.require(id, "data.id");
        if (text == null) {
            throw new UnreadableFrame(Reason.MISSING_FIELD, "data.text");
        }
        Instant changedAt = Times.parse(createdAt, "data.created_at");
        String first = versions.isEmpty() ? version : Ids.require(versions.get(0), "data.edit_history_tweet_ids");
        boolean isEdit = !first.equals(version);
        return new Reading.Change(
                isEdit ? PostChange.EDITED : PostChange.CREATED,
                first,
                version,
                authorId,
                // X cuts created_at to whole seconds; an edit must tell the very time of its first version.
                isEdit ? Ids.snowflakeTime(first, "data.edit_history_tweet_ids").truncatedTo(SECONDS) : changedAt,
                new Reading.Moment(changedAt, "data.created_at"),
                new Reading.Content(
                        XText.plain(text),
                        kind(),
                        DeclaredLanguage.of(language),
                        entities.tags(),
                        entities.mentions(),
                        entities.links()));
    }

    private String kind() {
        if (references == null ? text.startsWith("RT @") : references.contains("retweeted")) {
            return "repost";
        }
        if (isReply || (references != null && references.contains("replied_to"))) {
            return "reply";
        }
        return references != null && references.contains("quoted") ? "quote" : "post";
    }
}
