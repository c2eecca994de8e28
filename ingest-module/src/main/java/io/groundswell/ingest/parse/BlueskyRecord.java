package io.groundswell.ingest.parse;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** An {@code app.bsky.feed.post}: its hashtags, mentions and links stand in facets, byte ranges of the text. */
final class BlueskyRecord {
    private final List<String> tags = new ArrayList<>();
    private final List<String> mentions = new ArrayList<>();
    private final List<String> links = new ArrayList<>();
    private String text;
    private String createdAt;
    private List<String> languages = List.of();
    private boolean isReply;
    private String embed;

    void read(JsonCursor cursor) throws IOException {
        cursor.fields(name -> {
            switch (name) {
                case "text" -> text = cursor.text();
                case "createdAt" -> createdAt = cursor.text();
                case "langs" -> languages = cursor.list(cursor::text);
                case "tags" -> tags.addAll(cursor.list(cursor::text));
                case "reply" -> isReply = cursor.isThere();
                case "embed" -> readEmbed(cursor);
                case "facets" ->
                    cursor.list(() -> {
                        readFacet(cursor);
                        return null;
                    });
                default -> cursor.skip();
            }
        });
    }

    private void readFacet(JsonCursor cursor) throws IOException {
        cursor.fields(name -> {
            if (name.equals("features")) {
                cursor.list(() -> {
                    readFeature(cursor);
                    return null;
                });
            } else {
                cursor.skip();
            }
        });
    }

    private void readFeature(JsonCursor cursor) throws IOException {
        cursor.fields(name -> {
            switch (name) {
                case "tag" -> add(tags, cursor.text());
                case "did" -> add(mentions, cursor.text());
                case "uri" -> add(links, cursor.text());
                default -> cursor.skip();
            }
        });
    }

    private void readEmbed(JsonCursor cursor) throws IOException {
        cursor.fields(name -> {
            switch (name) {
                case "$type" -> embed = cursor.text();
                case "external" -> add(links, Frames.inner(cursor, "uri"));
                default -> cursor.skip();
            }
        });
    }

    private static void add(List<String> values, String value) {
        if (value != null) {
            values.add(value);
        }
    }

    Instant createdAt() throws UnreadableFrame {
        return Times.parse(createdAt, "record.createdAt");
    }

    Reading.Content content() throws UnreadableFrame {
        if (text == null) {
            throw new UnreadableFrame(Reason.MISSING_FIELD, "record.text");
        }
        boolean isQuote = embed != null && embed.startsWith("app.bsky.embed.record");
        return new Reading.Content(
                text,
                isReply ? "reply" : isQuote ? "quote" : "post",
                languages.isEmpty() ? null : DeclaredLanguage.of(languages.get(0)),
                tags,
                mentions,
                links);
    }
}
