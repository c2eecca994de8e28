package io.groundswell.ingest.parse;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes frames of every format that someone wrote to break a reader. */
public final class HostileFrames {
    /** A frame of each format; ID, TEXT and TIME stand for JSON values, in CSV for bare ones. */
    private static final Map<String, String> FRAMES = new LinkedHashMap<>();

    static {
        FRAMES.put("x", "{\"data\":{\"id\":ID,\"text\":TEXT,\"created_at\":TIME,\"author_id\":\"7\"}}");
        FRAMES.put("x-v1", "{\"id_str\":ID,\"text\":TEXT,\"created_at\":TIME,\"user\":{\"id_str\":\"7\"}}");
        FRAMES.put(
                "jetstream",
                "{\"did\":\"did:plc:a\",\"time_us\":1772366401000000,\"kind\":\"commit\",\"commit\":{\"operation\":\"create\","
                        + "\"collection\":\"app.bsky.feed.post\",\"rkey\":ID,\"cid\":\"b\","
                        + "\"record\":{\"text\":TEXT,\"createdAt\":TIME}}}");
        FRAMES.put("mastodon", "{\"id\":ID,\"content\":TEXT,\"created_at\":TIME,\"account\":{\"id\":\"7\"}}");
        FRAMES.put("json", "{\"id\":ID,\"text\":TEXT,\"created_at\":TIME,\"author_id\":\"7\"}");
        FRAMES.put("csv", "ID,TIME,7,TEXT");
    }

    private static final String[] NO_UTF8 = {
        "\u00C0\u00AF",
        "\u00ED\u00A0\u0080",
        "\u00ED\u00A0\u00BD\u00ED\u00B8\u0080",
        "\u00F4\u0090\u0080\u0080",
        "\u00E2\u0082",
        "\u0080",
        "\u00FF",
        "\u00FE",
        "\u00F8\u0088\u0080\u0080\u0080",
        "\u00C3"
    };
    private static final String[] TIMES = {
        "\"1970-01-01T00:00:00Z\"",
        "\"0001-01-01T00:00:00Z\"",
        "\"9999-12-31T23:59:59Z\"",
        "\"+292278994-08-17T07:12:55Z\"",
        "\"2016-12-31T23:59:60Z\"",
        "\"2026-03-01T12:00:00\"",
        "\"2026-03-01 12:00:00Z\"",
        "\"2026-02-30T12:00:00Z\"",
        "\"2026-W09-7T12:00:00Z\"",
        "\"\"",
        "\"now\"",
        "\"99999999999999999999\"",
        "\"2026-03-01T12:00:00+25:00\""
    };
    private static final String[] VALUES = {"null", "[]", "{}", "true", "5", "1.5", "[[]]"};
    private static final String[] NUMBERS = {"1e999999", "NaN", "Infinity", "-0", "0x10", "007", "9".repeat(200)};
    private static final String[] TEXTS = {
        "\u202Ereversed\u202C #tag",
        "zero\u200Bwidth #ta\u200Bg",
        "a" + "\u0301".repeat(200),
        "\uDB40\uDC41\uDB40\uDC42 tags",
        "#p\u0430ypal",
        "\uFF03\uFF46\uFF55\uFF4C\uFF4C",
        "=HYPERLINK(1)",
        "<script>alert(1)</script>",
        "${jndi:ldap://a}",
        "' OR 1=1--",
        "../../etc",
        "\uFEFFmark",
        "\uD83C\uDFF3\uFE0F\u200D\uD83C\uDF08 #pride"
    };

    private HostileFrames() {}

    /** Returns the names of the formats of which there are frames. */
    public static List<String> formats() {
        return List.copyOf(FRAMES.keySet());
    }

    /** Returns a sound frame of a format. */
    public static byte[] sound(String format) {
        return frame(format, "\"1\"", "\"rain #storm\"", "\"2026-03-01T12:00:00Z\"")
                .getBytes(UTF_8);
    }

    /** Returns the hostile frames of a format, always the same. */
    public static List<byte[]> of(String format) {
        List<byte[]> frames = new ArrayList<>();
        String id = "\"1\"";
        String text = "\"rain\"";
        String time = "\"2026-03-01T12:00:00Z\"";
        String whole = frame(format, id, text, time);
        for (String bytes : NO_UTF8) {
            frames.add(frame(format, id, "\"" + bytes + "\"", time).getBytes(ISO_8859_1));
        }
        for (String other : TIMES) {
            frames.add(frame(format, id, text, other).getBytes(UTF_8));
        }
        for (String value : VALUES) {
            frames.add(frame(format, value, text, time).getBytes(UTF_8));
            frames.add(frame(format, id, value, time).getBytes(UTF_8));
            frames.add(frame(format, id, text, value).getBytes(UTF_8));
        }
        for (String number : NUMBERS) {
            frames.add(frame(format, number, text, time).getBytes(UTF_8));
        }
        for (String strange : TEXTS) {
            frames.add(frame(format, id, "\"" + strange + "\"", time).getBytes(UTF_8));
        }
        for (int part = 0; part < 10; part++) {
            frames.add(whole.substring(0, whole.length() * part / 10).getBytes(UTF_8));
        }
        for (int depth : new int[] {65, 1_000, 60_000}) {
            frames.add(frame(format, id, "[".repeat(depth), time).getBytes(UTF_8));
            frames.add(frame(format, id, "{\"a\":".repeat(depth / 3), time).getBytes(UTF_8));
        }
        frames.add(frame(format, id, "\"" + "x".repeat(300_000) + "\"", time).getBytes(UTF_8));
        frames.add(frame(format, id, "\"" + "#a ".repeat(10_000) + "\"", time).getBytes(UTF_8));
        frames.add(frame(format, id, "\"#" + "t".repeat(200_000) + "\"", time).getBytes(UTF_8));
        frames.add(frame(format, "\"" + "9".repeat(300) + "\"", text, time).getBytes(UTF_8));
        frames.add((whole + whole).getBytes(UTF_8));
        frames.add(("\uFEFF" + whole).getBytes(UTF_8));
        frames.add((whole + "\u0000").getBytes(UTF_8));
        return frames;
    }

    private static String frame(String format, String id, String text, String time) {
        return FRAMES.get(format)
                .replace("TEXT", text)
                .replace("ID", id)
                .replace("TIME", format.equals("csv") ? time.replace("\"", "") : time);
    }
}
