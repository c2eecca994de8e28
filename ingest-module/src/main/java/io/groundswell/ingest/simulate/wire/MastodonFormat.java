package io.groundswell.ingest.simulate.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.groundswell.ingest.simulate.wire.Entity.Kind;
import io.groundswell.ingest.spool.Bytes;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/** Statuses of Mastodon's API, and the deletions of its stream. An edit is the status again with the time of the edit. */
public final class MastodonFormat implements WireFormat {
    private static final List<String> REQUIRED = List.of("id", "content", "created_at");

    @Override
    public String name() {
        return "mastodon";
    }

    @Override
    public void post(SimulatedPost post, Bytes out) {
        String status =
                "{\"id\":\"%d\",\"created_at\":\"%s\",\"edited_at\":%s,\"language\":\"%s\",\"content\":\"<p>%s</p>\","
                        .formatted(
                                post.firstId(),
                                Instant.ofEpochMilli(post.firstMillis()),
                                post.isEdit() ? "\"" + Instant.ofEpochMilli(post.createdMillis) + "\"" : "null",
                                post.language,
                                html(post));
        String rest =
                "\"account\":{\"id\":\"%d\",\"acct\":\"%s\"},\"in_reply_to_id\":%s,\"reblog\":%s,\"tags\":[%s],\"mentions\":[%s]}"
                        .formatted(
                                post.authorId,
                                new String(post.username, UTF_8),
                                post.kind == SimulatedPost.Kind.REPLY ? "\"" + post.referencedId + "\"" : "null",
                                post.kind == SimulatedPost.Kind.REPOST
                                        ? "{\"id\":\"" + post.referencedId + "\"}"
                                        : "null",
                                list(post, Kind.HASHTAG, "name"),
                                list(post, Kind.MENTION, "acct"));
        out.append(status + rest);
    }

    /** The text is escaped for JSON already, and so are the quotation marks that are added. */
    private static String html(SimulatedPost post) {
        String html = new String(post.text().copy(), UTF_8)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\\n", "<br />");
        for (Entity entity : post.entities()) {
            if (entity.kind() == Kind.LINK) {
                String link = new String(entity.value(), UTF_8);
                html = html.replace(link, "<a href=\\\"" + link + "\\\">" + link + "</a>");
            }
        }
        return html;
    }

    private static String list(SimulatedPost post, Kind kind, String field) {
        return post.values(kind)
                .map(value -> "{\"%s\":\"%s\"}".formatted(field, value))
                .collect(Collectors.joining(","));
    }

    @Override
    public void deletion(long postId, long authorId, long atMillis, Bytes out) {
        out.append("{\"event\":\"delete\",\"payload\":\"%d\"}".formatted(postId));
    }

    @Override
    public void flawed(SimulatedPost post, Fault fault, SplittableRandom random, Bytes out) {
        Flaws.append(this, REQUIRED, post, fault, random, out);
    }
}
