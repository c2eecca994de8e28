package io.groundswell.ingest.simulate.wire;

import io.groundswell.ingest.simulate.wire.Entity.Kind;
import io.groundswell.ingest.spool.Bytes;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * Lines of CSV (RFC 4180) with the columns of {@link #HEADER}. A line break in a text becomes a space, since a frame is a
 * line. It tells no mentions, no links and no kinds of posts.
 */
public final class CsvFormat implements WireFormat {
    /** The columns in their order; no line names them. */
    public static final List<String> HEADER =
            List.of("id", "op", "author_id", "changed_at", "created_at", "lang", "hashtags", "text");

    private static final String SOUND = "2026-03-01T00:00:00Z";

    private final IsoTime time = new IsoTime();

    @Override
    public String name() {
        return "csv";
    }

    @Override
    public void post(SimulatedPost post, Bytes out) {
        begin(post.firstId(), post.isEdit() ? "edited" : "created", post.authorId, post.createdMillis, out);
        time.append(post.firstMillis(), out);
        String tags = post.values(Kind.HASHTAG).collect(Collectors.joining(" "));
        out.append(",%s,%s,\"".formatted(post.language, tags));
        appendUnescaped(post.text(), out);
        out.append('"');
    }

    @Override
    public void deletion(long postId, long authorId, long atMillis, Bytes out) {
        begin(postId, "deleted", authorId, atMillis, out);
        out.append(",,,\"\"");
    }

    private void begin(long id, String op, long authorId, long atMillis, Bytes out) {
        out.append("%d,%s,%d,".formatted(id, op, authorId));
        time.append(atMillis, out);
        out.append(',');
    }

    /** The text knows two escapes of JSON: that of a line break and that of a quotation mark. */
    private static void appendUnescaped(Bytes text, Bytes out) {
        byte[] escaped = text.array();
        for (int i = 0; i < text.length(); i++) {
            if (escaped[i] != '\\') {
                out.append((char) (escaped[i] & 0xFF));
            } else if (escaped[++i] == 'n') {
                out.append(' ');
            } else {
                out.append('"').append('"');
            }
        }
    }

    @Override
    public void flawed(SimulatedPost post, Fault fault, SplittableRandom random, Bytes out) {
        int broken = random.nextInt(3);
        String id = broken == 0 ? "" : String.valueOf(post.id);
        String wrong = fault == Fault.MISSING_FIELD ? "" : "{}";
        out.append("%s,created,%d,,%s,%s,".formatted(id, post.authorId, broken == 1 ? wrong : SOUND, post.language));
        if (broken == 2) {
            return; // the line ends before its text
        }
        out.append(',').append('"');
        appendUnescaped(post.text(), out);
        out.append('"');
    }
}
