package io.groundswell.ingest.parse;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes frames of every format that someone wrote to break a reader. */
public final class HostileFrames {
    private static final String ID = "\"1\"";
    private static final String TEXT = "\"rain\"";
    private static final String TIME = "\"2026-03-01T12:00:00Z\"";
    private static final int LIMIT = PostFormat.MAX_FRAME_BYTES;

    private static final List<String> NO_UTF8 = List.of(
            "\u00C0\u00AF",
            "\u00ED\u00A0\u0080",
            "\u00ED\u00A0\u00BD\u00ED\u00B8\u0080",
            "\u00F4\u0090\u0080\u0080",
            "\u00E2\u0082",
            "\u0080",
            "\u00FF",
            "\u00FE",
            "\u00F8\u0088\u0080\u0080\u0080",
            "\u00C3");
    private static final List<String> TIMES = List.of(
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
            "\"2026-03-01T12:00:00+25:00\"",
            "\"-1\"",
            "\"1e10\"",
            "\"" + "1".repeat(200_000) + "\"",
            "\"2026-03-01T12:00:00." + "0".repeat(200_000) + "Z\"");
    private static final List<String> VALUES = List.of("null", "[]", "{}", "true", "5", "1.5", "[[]]");
    private static final List<String> NUMBERS = List.of(
            "1e999999", "NaN", "Infinity", "-0", "0x10", "007", "9".repeat(200), "9".repeat(100_000), "1e", "+1");
    private static final List<String> TEXTS = List.of(
            "\u202Ereversed\u202C #tag",
            "zero\u200Bwidth #ta\u200Bg",
            "a" + "\u0301".repeat(200),
            "\uDB40\uDC41\uDB40\uDC42 tags",
            "#p\u0430ypal",
            "\uFF03\uFF46\uFF55\uFF4C\uFF4C",
            "=HYPERLINK(1) #=HYPERLINK(1)",
            "<script>alert(1)</script> #<svg onload=alert(1)>",
            "${jndi:ldap://a}",
            "' OR 1=1--",
            "../../etc",
            "\uFEFFmark",
            "#a\\u001b[2J\\u0007 #b\\r\\nHTTP/1.1 200 #c\\u0000",
            "\\ud800 #\\udfff",
            "\uD83C\uDFF3\uFE0F\u200D\uD83C\uDF08 #pride");

    /** Of 1 to 9 characters: a text is filled with one. */
    private static final List<String> FILLINGS = List.of(
            "x",
            "#a ",
            "#",
            "@",
            "<p>",
            "<b><p>",
            "<a href=x>",
            "<a b=c ",
            "<",
            "&",
            "&amp;",
            "<!--",
            "\\n",
            "\\u0000",
            "',");

    /**
     * A frame.
     *
     * @param category what is tried
     */
    public record Frame(String category, String format, byte[] bytes) {}

    private HostileFrames() {}

    /** Returns a sound frame of each wire, and of each kind of change. */
    public static List<byte[]> sound() {
        List<byte[]> frames = new ArrayList<>();
        for (FrameTemplate template : FrameTemplate.values()) {
            frames.add(sound(template));
        }
        FrameTemplate.CHANGES.forEach(change -> frames.add(change.getBytes(UTF_8)));
        return frames;
    }

    /** Returns the frame of a template that any format's reader accepts. */
    static byte[] sound(FrameTemplate template) {
        return template.frame(ID, "\"rain #storm\"", TIME).getBytes(UTF_8);
    }

    /** Returns the names of the wires, of which two formats have two. */
    public static List<String> wires() {
        return Arrays.stream(FrameTemplate.values()).map(Enum::name).toList();
    }

    /** Returns the hostile frames of a wire, always the same; 45 MB of them are large. */
    public static List<Frame> of(String wire) {
        return new Gathering(FrameTemplate.valueOf(wire)).all();
    }

    /** The frames of one wire. */
    private static final class Gathering {
        private final FrameTemplate template;
        private final List<Frame> frames = new ArrayList<>();

        Gathering(FrameTemplate template) {
            this.template = template;
        }

        List<Frame> all() {
            String whole = template.frame(ID, TEXT, TIME);
            NO_UTF8.forEach(bytes -> frames.add(new Frame(
                    "no-utf-8",
                    template.format(),
                    template.frame(ID, "\"" + bytes + "\"", TIME).getBytes(ISO_8859_1))));
            TIMES.forEach(time -> add("time", template.frame(ID, TEXT, time)));
            VALUES.forEach(value -> {
                add("type", template.frame(value, TEXT, TIME));
                add("type", template.frame(ID, value, TIME));
                add("type", template.frame(ID, TEXT, value));
            });
            NUMBERS.forEach(number -> add("number", template.frame(number, TEXT, TIME)));
            NUMBERS.forEach(number -> add("number", template.frame(ID, TEXT, TIME, ",\"n\":" + number)));
            TEXTS.forEach(text -> add("text", template.frame(ID, "\"" + text + "\"", TIME)));
            for (int part = 0; part < 10; part++) {
                add("cut", whole.substring(0, whole.length() * part / 10));
            }
            depths();
            sizes();
            keys();
            add("bytes", whole + whole);
            add("bytes", "\uFEFF" + whole);
            add("bytes", whole + "\u0000");
            add("bytes", "\u0000" + whole);
            add("bytes", " ".repeat(LIMIT - whole.length()) + whole);
            return frames;
        }

        private void depths() {
            for (int depth : new int[] {63, 65, 1_000, 60_000, 200_000}) {
                add("depth", template.frame(ID, "[".repeat(depth), TIME));
                add("depth", template.frame(ID, "{\"a\":".repeat(depth / 5), TIME));
                add("depth", template.frame(ID, TEXT, TIME, ",\"n\":" + "[".repeat(depth) + "]".repeat(depth)));
            }
        }

        private void sizes() {
            int room = LIMIT - 1_000;
            FILLINGS.forEach(filling -> {
                int fits = room
                        / filling.replace("\"", "\\\"").replace("\\", "\\\\").length();
                add("size", template.frame(ID, "\"" + filling.repeat(fits) + "\"", TIME));
            });
            add("size", template.frame(ID, "\"x" + "\u65E5".repeat(room / 3) + "\"", TIME));
            add("size", template.frame(ID, "\"#" + "t".repeat(room) + "\"", TIME));
            add("size", template.frame(ID, "\"" + "x".repeat(LIMIT) + "\"", TIME));
            add("size", template.frame(ID, "\"" + "x".repeat(3 * LIMIT - 40_000) + "\"", TIME));
            add("size", template.frame("\"" + "9".repeat(300) + "\"", TEXT, TIME));
            add("size", template.frame(ID, TEXT, TIME, ",\"lang\":\"" + "e".repeat(200_000) + "\""));
            add("size", template.frame(ID, "\"" + "\"\"".repeat(room / 4) + "\"", TIME));
            add("size", template.frame(ID, TEXT, TIME, ",".repeat(room)));
            add("tags", template.frame(ID, TEXT, TIME, template.tags(10_000)));
            add("tags", template.frame(ID, TEXT, TIME, template.tags(65)));
        }

        private void keys() {
            add("keys", template.frame(ID, TEXT, TIME, FrameTemplate.list(",", "\"k%d\":0", "", 20_000)));
            add("keys", template.frame(ID, TEXT, TIME, FrameTemplate.list(",", "\"id\":\"%d\"", "", 10_000)));
            add("keys", template.frame(ID, TEXT, TIME, ",\"text\":\"again\",\"text\":null"));
            add("keys", template.frame(ID, TEXT, TIME, ",\"__proto__\":{\"id\":1},\"\":0,\"a.b\":1"));
            add("keys", template.frame(ID, TEXT, TIME, ",\"" + "n".repeat(2_000) + "\":1"));
            add("keys", template.frame(ID, TEXT, TIME, ",\"\u202E<script>\":[}"));
        }

        private void add(String category, String frame) {
            frames.add(new Frame(category, template.format(), frame.getBytes(UTF_8)));
        }
    }
}
