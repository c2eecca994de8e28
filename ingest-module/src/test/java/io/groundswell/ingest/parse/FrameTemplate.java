package io.groundswell.ingest.parse;

import java.util.List;

/** A frame of each wire, with places for what is to be tried. */
enum FrameTemplate {
    X("x", "{\"data\":{\"id\":ID,\"text\":TEXT,\"created_at\":TIME,\"author_id\":\"7\"MORE}}"),
    X_V1("x-v1", "{\"id_str\":ID,\"text\":TEXT,\"created_at\":TIME,\"user\":{\"id_str\":\"7\"}MORE}"),
    JETSTREAM_1(
            "jetstream",
            "{\"did\":\"did:plc:a\",\"time_us\":1772366401000000,\"kind\":\"commit\",\"commit\":{\"operation\":\"create\","
                    + "\"collection\":\"app.bsky.feed.post\",\"rkey\":ID,\"cid\":\"b\","
                    + "\"record\":{\"text\":TEXT,\"createdAt\":TIMEMORE}}}"),
    JETSTREAM_2(
            "jetstream",
            "{\"$type\":\"message\",\"payload\":{\"$type\":\"network.bsky.jetstream.subscribeEvents#commit\","
                    + "\"did\":\"did:plc:a\",\"time\":\"2026-03-01T12:00:01Z\",\"operation\":\"create\","
                    + "\"collection\":\"app.bsky.feed.post\",\"rkey\":ID,\"cid\":\"b\","
                    + "\"record\":{\"text\":TEXT,\"createdAt\":TIMEMORE}}}"),
    MASTODON("mastodon", "{\"id\":ID,\"content\":TEXT,\"created_at\":TIME,\"account\":{\"id\":\"7\"}MORE}"),
    MASTODON_EVENT("mastodon", MASTODON.template, "{\"event\":\"update\",\"payload\":\"", "\"}"),
    JSON("json", "{\"id\":ID,\"text\":TEXT,\"created_at\":TIME,\"author_id\":\"7\"MORE}"),
    CSV("csv", "ID,TIME,7,TEXTMORE"),
    FLUME("flume", JSON.template, "{\"headers\":{\"format\":\"json\"},\"body\":\"", "\"}");

    /** What frames say that are no new post. */
    static final List<String> CHANGES = List.of(
            "{\"data\":{\"delete\":{\"tweet\":{\"id\":\"1\",\"author_id\":\"7\"},\"event_at\":\"2026-03-01T12:00:00Z\"}}}",
            "{\"data\":{\"user_delete\":{\"user\":{\"id\":\"7\"},\"event_at\":\"2026-03-01T12:00:00Z\"}}}",
            "{\"data\":{\"id\":\"2128\",\"text\":\"new\",\"created_at\":\"2026-03-01T12:00:00Z\","
                    + "\"edit_history_tweet_ids\":[\"2127\",\"2128\"]}}",
            "{\"delete\":{\"status\":{\"id_str\":\"1\",\"user_id_str\":\"7\"},\"timestamp_ms\":\"1772366400000\"}}",
            "{\"user_suspend\":{\"id\":7,\"timestamp_ms\":\"1772366400000\"}}",
            "{\"did\":\"did:plc:a\",\"time_us\":1772366401000000,\"kind\":\"commit\",\"commit\":"
                    + "{\"operation\":\"delete\",\"collection\":\"app.bsky.feed.post\",\"rkey\":\"1\"}}",
            "{\"did\":\"did:plc:a\",\"time_us\":1772366401000000,\"kind\":\"account\",\"account\":"
                    + "{\"active\":false,\"status\":\"deleted\"}}",
            "{\"event\":\"delete\",\"payload\":\"1\"}");

    private final String format;
    private final String template;
    private final String before;
    private final String behind;

    FrameTemplate(String format, String template) {
        this(format, template, "", "");
    }

    FrameTemplate(String format, String template, String before, String behind) {
        this.format = format;
        this.template = template;
        this.before = before;
        this.behind = behind;
    }

    /** Returns the name of the format that reads its frames. */
    String format() {
        return format;
    }

    /** Returns a frame; the values are JSON, for CSV as well. */
    String frame(String id, String text, String time) {
        return frame(id, text, time, "");
    }

    String frame(String id, String text, String time, String more) {
        String filled = template.replace("MORE", more)
                .replace("TEXT", text)
                .replace("ID", id)
                .replace("TIME", this == CSV ? time.replace("\"", "") : time);
        boolean isWrapped = !before.isEmpty();
        return before + (isWrapped ? filled.replace("\\", "\\\\").replace("\"", "\\\"") : filled) + behind;
    }

    /** Returns a field that holds a list of as many distinct tags; empty where the wire has none. */
    String tags(int count) {
        return switch (this) {
            case X -> list(",\"entities\":{\"hashtags\":[", "{\"tag\":\"t%d\"}", "]}", count);
            case X_V1 -> list(",\"entities\":{\"hashtags\":[", "{\"text\":\"t%d\"}", "]}", count);
            case JETSTREAM_1, JETSTREAM_2 -> list(",\"facets\":[{\"features\":[", "{\"tag\":\"t%d\"}", "]}]", count);
            case MASTODON, MASTODON_EVENT -> list(",\"tags\":[", "{\"name\":\"t%d\"}", "]", count);
            case JSON, CSV, FLUME -> "";
        };
    }

    static String list(String before, String item, String behind, int count) {
        StringBuilder list = new StringBuilder(before);
        for (int i = 0; i < count; i++) {
            list.append(i == 0 ? "" : ",").append(item.replace("%d", Integer.toString(i)));
        }
        return list.append(behind).toString();
    }
}
