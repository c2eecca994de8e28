package io.groundswell.ingest.parse;

import io.groundswell.model.PostChange;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** A status of Mastodon. An edited one has the time of its edit for its version. */
final class MastodonStatus {
    private String id;
    private String createdAt;
    private String editedAt;
    private String html;
    private String repostedHtml;
    private String language;
    private String authorId;
    private boolean isRepost;
    private boolean isReply;
    private List<String> tags = List.of();
    private List<String> mentions = List.of();

    void field(JsonCursor cursor, String name) throws IOException {
        switch (name) {
            case "id" -> id = cursor.scalar();
            case "created_at" -> createdAt = cursor.text();
            case "edited_at" -> editedAt = cursor.text();
            case "content" -> html = cursor.text();
            case "language" -> language = cursor.text();
            case "account" -> authorId = account(cursor);
            case "in_reply_to_id" -> isReply = cursor.isThere();
            case "tags" -> tags = cursor.list(() -> Frames.inner(cursor, "name"));
            case "mentions" -> mentions = cursor.list(() -> Frames.inner(cursor, "acct"));
            case "reblog" ->
                cursor.fields(inner -> {
                    isRepost = true;
                    if (inner.equals("content")) {
                        repostedHtml = cursor.text();
                    } else {
                        cursor.skip();
                    }
                });
            default -> cursor.skip();
        }
    }

    private static String account(JsonCursor cursor) throws IOException {
        String[] found = new String[1];
        cursor.fields(name -> {
            if (name.equals("id")) {
                found[0] = cursor.scalar();
            } else {
                cursor.skip();
            }
        });
        return found[0];
    }

    Reading change() throws UnreadableFrame {
        if (id == null && html == null && createdAt == null) {
            throw new UnreadableFrame(Reason.UNKNOWN_SHAPE, null);
        }
        String post = Ids.require(id, "id");
        Instant created = Times.parse(createdAt, "created_at");
        String written = isRepost && (html == null || html.isBlank()) ? repostedHtml : html;
        if (written == null) {
            throw new UnreadableFrame(Reason.MISSING_FIELD, "content");
        }
        HtmlText text = HtmlText.of(written, "content");
        boolean isEdit = editedAt != null;
        return new Reading.Change(
                isEdit ? PostChange.EDITED : PostChange.CREATED,
                post,
                isEdit ? editedAt : post,
                authorId,
                created,
                isEdit ? Times.ifTold(editedAt, "edited_at") : new Reading.Moment(created, "created_at"),
                new Reading.Content(
                        text.text(),
                        isRepost ? "repost" : isReply ? "reply" : "post",
                        DeclaredLanguage.of(language),
                        tags,
                        mentions,
                        text.links()));
    }
}
