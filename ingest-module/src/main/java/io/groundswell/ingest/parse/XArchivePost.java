package io.groundswell.ingest.parse;

import io.groundswell.model.PostChange;
import java.io.IOException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** A post of X API v1.1. A long one has its text and entities again, whole, in {@code extended_tweet}. */
final class XArchivePost {
    /** Such as {@code Wed Aug 30 03:04:05 +0000 2017}. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss Z yyyy", Locale.ENGLISH);

    private final XArchiveEntities entities = new XArchiveEntities();
    private final XArchiveEntities wholeEntities = new XArchiveEntities();
    private String id;
    private String text;
    private String fullText;
    private String wholeText;
    private String createdAt;
    private String authorId;
    private String language;
    private boolean isRepost;
    private boolean isQuote;
    private boolean isReply;

    void field(JsonCursor cursor, String name) throws IOException {
        switch (name) {
            case "id_str" -> id = cursor.text();
            case "text" -> text = cursor.text();
            case "full_text" -> fullText = cursor.text();
            case "created_at" -> createdAt = cursor.text();
            case "lang" -> language = cursor.text();
            case "user" -> authorId = Frames.inner(cursor, "id_str");
            case "entities" -> entities.read(cursor);
            case "extended_tweet" ->
                cursor.fields(inner -> {
                    switch (inner) {
                        case "full_text" -> wholeText = cursor.text();
                        case "entities" -> wholeEntities.read(cursor);
                        default -> cursor.skip();
                    }
                });
            case "retweeted_status" -> isRepost = cursor.isThere();
            case "is_quote_status" -> isQuote = Boolean.TRUE.equals(cursor.flag());
            case "in_reply_to_status_id_str", "in_reply_to_user_id_str" -> isReply |= cursor.isThere();
            default -> cursor.skip();
        }
    }

    boolean isPresent() {
        return id != null || text != null || fullText != null || createdAt != null;
    }

    Reading change() throws UnreadableFrame {
        String post = Ids.require(id, "id_str");
        String written = wholeText != null ? wholeText : fullText != null ? fullText : text;
        if (written == null) {
            throw new UnreadableFrame(Reason.MISSING_FIELD, "text");
        }
        Instant at = time();
        XArchiveEntities said = wholeText != null ? wholeEntities : entities;
        return new Reading.Change(
                PostChange.CREATED,
                post,
                post,
                authorId,
                at,
                new Reading.Moment(at, "created_at"),
                new Reading.Content(
                        XText.plain(written),
                        kind(written),
                        DeclaredLanguage.of(language),
                        said.tags(),
                        said.mentions(),
                        said.links()));
    }

    private Instant time() throws UnreadableFrame {
        if (createdAt == null) {
            throw new UnreadableFrame(Reason.MISSING_FIELD, "created_at");
        }
        try {
            return ZonedDateTime.parse(createdAt, TIME).toInstant();
        } catch (DateTimeParseException e) {
            return Times.parse(createdAt, "created_at"); // some archives have rewritten it
        }
    }

    private String kind(String written) {
        if (isRepost || written.startsWith("RT @")) {
            return "repost";
        }
        if (isReply) {
            return "reply";
        }
        return isQuote ? "quote" : "post";
    }
}
