package io.groundswell.ingest.simulate.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.groundswell.ingest.simulate.wire.SimulatedPost.Kind;
import io.groundswell.ingest.spool.Bytes;
import java.util.List;
import java.util.SplittableRandom;

/** The lines of X's API v2: those of its filtered stream, and the deletions of its compliance stream. */
public final class XFormat implements WireFormat {
    private static final byte[] DATA = utf8("{\"data\":{");
    private static final byte[] ID = utf8("\"id\":\"");
    private static final byte[] TEXT = utf8("\",\"text\":\"");
    private static final byte[] AUTHOR_ID = utf8("\",\"author_id\":\"");
    private static final byte[] CREATED_AT = utf8("\",\"created_at\":\"");
    private static final byte[] LANG = utf8("\",\"lang\":\"");
    private static final byte[] HISTORY = utf8("\",\"edit_history_tweet_ids\":[\"");
    private static final byte[] NEXT_STRING = utf8("\",\"");
    private static final byte[] REPLY_TO = utf8("\"],\"in_reply_to_user_id\":\"");
    private static final byte[] REFERENCED = utf8(",\"referenced_tweets\":[{\"type\":\"");
    private static final byte[] RETWEETED = utf8("retweeted");
    private static final byte[] REPLIED_TO = utf8("replied_to");
    private static final byte[] REFERENCED_ID = utf8("\",\"id\":\"");
    private static final byte[] USER = utf8("},\"includes\":{\"users\":[{\"id\":\"");
    private static final byte[] NAME = utf8("\",\"name\":\"");
    private static final byte[] USERNAME = utf8("\",\"username\":\"");
    private static final byte[] RULES = utf8("\"}]},\"matching_rules\":[{\"id\":\"1\",\"tag\":\"simulated\"}]}");
    private static final byte[] DELETE = utf8("{\"data\":{\"delete\":{\"tweet\":{\"id\":\"");
    private static final byte[] EVENT_AT = utf8("\"},\"event_at\":\"");
    private static final byte[] DELETE_END = utf8("\"}}}");
    private static final List<String> REQUIRED = List.of("id", "text", "created_at");

    private final IsoTime time = new IsoTime();
    private final XEntities entities = new XEntities();

    private static byte[] utf8(String text) {
        return text.getBytes(UTF_8);
    }

    @Override
    public String name() {
        return "x";
    }

    @Override
    public void post(SimulatedPost post, Bytes out) {
        out.append(DATA).append(ID).append(post.id).append(TEXT).append(post.text());
        out.append(AUTHOR_ID).append(post.authorId).append(CREATED_AT);
        time.append(post.createdMillis, out);
        out.append(LANG).append(utf8(post.language)).append(HISTORY);
        if (post.replacedId != 0) {
            out.append(post.replacedId).append(NEXT_STRING);
        }
        out.append(post.id);
        appendReference(post, out);
        entities.append(post.entities(), out);
        out.append(USER).append(post.authorId).append(NAME).append(post.username);
        out.append(USERNAME).append(post.username).append(RULES);
    }

    private static void appendReference(SimulatedPost post, Bytes out) {
        if (post.kind == Kind.POST) {
            out.append('"').append(']');
            return;
        }
        if (post.kind == Kind.REPLY) {
            out.append(REPLY_TO).append(post.referencedAuthorId).append('"');
        } else {
            out.append('"').append(']');
        }
        out.append(REFERENCED).append(post.kind == Kind.REPLY ? REPLIED_TO : RETWEETED);
        out.append(REFERENCED_ID)
                .append(post.referencedId)
                .append('"')
                .append('}')
                .append(']');
    }

    @Override
    public void deletion(long postId, long authorId, long atMillis, Bytes out) {
        out.append(DELETE).append(postId).append(AUTHOR_ID).append(authorId).append(EVENT_AT);
        time.append(atMillis, out);
        out.append(DELETE_END);
    }

    @Override
    public void flawed(SimulatedPost post, Fault fault, SplittableRandom random, Bytes out) {
        Flaws.append(this, REQUIRED, post, fault, random, out);
    }
}
