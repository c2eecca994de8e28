package io.groundswell.ingest.simulate.wire;

import io.groundswell.ingest.simulate.wire.Entity.Kind;
import io.groundswell.ingest.spool.Bytes;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/** A flat object a change, as {@code columns} can describe it: it tells no mentions, no links and no kinds of posts. */
public final class FlatJsonFormat implements WireFormat {
    private static final List<String> REQUIRED = List.of("id", "text", "created_at");

    private final IsoTime time = new IsoTime();

    @Override
    public String name() {
        return "json";
    }

    @Override
    public void post(SimulatedPost post, Bytes out) {
        begin(post.firstId(), post.isEdit() ? "edited" : "created", post.authorId, post.createdMillis, out);
        out.append(",\"created_at\":\"");
        time.append(post.firstMillis(), out);
        String tags = post.values(Kind.HASHTAG).map(tag -> "\"" + tag + "\"").collect(Collectors.joining(","));
        out.append("\",\"lang\":\"%s\",\"hashtags\":[%s],\"text\":\"".formatted(post.language, tags));
        out.append(post.text()).append('"').append('}');
    }

    @Override
    public void deletion(long postId, long authorId, long atMillis, Bytes out) {
        begin(postId, "deleted", authorId, atMillis, out);
        out.append('}');
    }

    private void begin(long id, String op, long authorId, long atMillis, Bytes out) {
        out.append("{\"id\":\"%d\",\"op\":\"%s\",\"author_id\":\"%d\",\"changed_at\":\"".formatted(id, op, authorId));
        time.append(atMillis, out);
        out.append('"');
    }

    @Override
    public void flawed(SimulatedPost post, Fault fault, SplittableRandom random, Bytes out) {
        Flaws.append(this, REQUIRED, post, fault, random, out);
    }
}
