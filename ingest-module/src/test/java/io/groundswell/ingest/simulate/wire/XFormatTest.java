package io.groundswell.ingest.simulate.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.ingest.simulate.language.Word;
import io.groundswell.ingest.simulate.wire.SimulatedPost.Kind;
import io.groundswell.ingest.spool.Bytes;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class XFormatTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final XFormat format = new XFormat();
    private final SplittableRandom random = new SplittableRandom(1);
    private final SimulatedPost post = new SimulatedPost();

    @BeforeEach
    void fillPost() {
        post.clear();
        post.id = 11;
        post.authorId = 22;
        post.username = "varo5".getBytes(UTF_8);
        post.createdMillis = 1_772_323_201_002L;
        post.language = "en";
        post.append(Word.of("😂"));
        post.append(' ');
        post.appendTag(Word.of("VaroLint"));
    }

    private String frame() {
        Bytes out = new Bytes(64);
        format.post(post, out);
        return new String(out.copy(), UTF_8);
    }

    private byte[] broken(Fault fault) {
        Bytes out = new Bytes(64);
        new Damage(format, random).render(post, fault, out);
        return out.copy();
    }

    @Test
    void rendersAPostAsXDoes() {
        assertThat(frame())
                .isEqualTo("{\"data\":{\"id\":\"11\",\"text\":\"😂 #VaroLint\",\"author_id\":\"22\","
                        + "\"created_at\":\"2026-03-01T00:00:01.002Z\",\"lang\":\"en\","
                        + "\"edit_history_tweet_ids\":[\"11\"],"
                        + "\"entities\":{\"hashtags\":[{\"start\":2,\"end\":11,\"tag\":\"VaroLint\"}]}},"
                        + "\"includes\":{\"users\":[{\"id\":\"22\",\"name\":\"varo5\",\"username\":\"varo5\"}]},"
                        + "\"matching_rules\":[{\"id\":\"1\",\"tag\":\"simulated\"}]}");
    }

    @Test
    void rendersAnEditWithItsHistory() throws IOException {
        post.replacedId = 9;

        assertThat(MAPPER.readTree(frame()).at("/data/edit_history_tweet_ids")).hasToString("[\"9\",\"11\"]");
    }

    @Test
    void rendersWhatAPostRefersTo() throws IOException {
        post.kind = Kind.REPOST;
        post.referencedId = 5;
        assertThat(MAPPER.readTree(frame()).at("/data/referenced_tweets"))
                .hasToString("[{\"type\":\"retweeted\",\"id\":\"5\"}]");

        post.kind = Kind.REPLY;
        post.referencedAuthorId = 6;
        JsonNode reply = MAPPER.readTree(frame()).get("data");
        assertThat(reply.get("referenced_tweets")).hasToString("[{\"type\":\"replied_to\",\"id\":\"5\"}]");
        assertThat(reply.get("in_reply_to_user_id").textValue()).isEqualTo("6");
    }

    @Test
    void rendersMentionsAndLinks() throws IOException {
        post.append(Entity.Kind.LINK, "https://t.co/a".getBytes(UTF_8), 0);
        post.append(Entity.Kind.MENTION, "bo1".getBytes(UTF_8), 77);

        JsonNode entities = MAPPER.readTree(frame()).at("/data/entities");
        assertThat(entities.at("/mentions/0"))
                .hasToString("{\"start\":25,\"end\":29,\"username\":\"bo1\",\"id\":\"77\"}");
        assertThat(entities.at("/urls/0/url").textValue()).isEqualTo("https://t.co/a");
    }

    @Test
    void rendersADeletionAsTheComplianceStreamDoes() {
        Bytes out = new Bytes(64);
        format.deletion(11, 22, 1_772_323_201_002L, out);

        assertThat(new String(out.copy(), UTF_8))
                .isEqualTo("{\"data\":{\"delete\":{\"tweet\":{\"id\":\"11\",\"author_id\":\"22\"},"
                        + "\"event_at\":\"2026-03-01T00:00:01.002Z\"}}}");
    }

    @Test
    void truncatesAFrameSoThatItIsNoJson() {
        for (int i = 0; i < 50; i++) {
            byte[] frame = broken(Fault.TRUNCATED);
            Assertions.assertThatThrownBy(() -> MAPPER.readTree(frame)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void leavesAFieldOut() throws IOException {
        Set<String> missing = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            JsonNode data = MAPPER.readTree(broken(Fault.MISSING_FIELD)).get("data");
            for (String field : Set.of("id", "text", "created_at")) {
                if (!data.has(field)) {
                    missing.add(field);
                }
            }
        }

        assertThat(missing).containsExactlyInAnyOrder("id", "text", "created_at");
    }

    @Test
    void givesAFieldAnotherType() throws IOException {
        JsonNode data = MAPPER.readTree(broken(Fault.WRONG_TYPE)).get("data");

        assertThat(Set.of(data.get("id"), data.get("text"), data.get("created_at")))
                .filteredOn(JsonNode::isObject)
                .hasSize(1);
    }

    @Test
    void breaksUtf8() {
        byte[] frame = broken(Fault.BAD_UTF8);

        Assertions.assertThatThrownBy(() -> UTF_8.newDecoder().decode(java.nio.ByteBuffer.wrap(frame)))
                .isInstanceOf(CharacterCodingException.class);
    }

    @Test
    void datesAPostInTheFuture() throws IOException {
        assertThat(MAPPER.readTree(broken(Fault.FAR_FUTURE))
                        .at("/data/created_at")
                        .textValue())
                .isEqualTo("2026-03-11T00:00:01.002Z");
    }

    @Test
    void writesTooMuch() throws IOException {
        assertThat(MAPPER.readTree(broken(Fault.OVERSIZED)).at("/data/text").textValue())
                .hasSizeGreaterThan(80_000);
    }
}
