package io.groundswell.ingest.suppress;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.ingest.XFrames;
import io.groundswell.ingest.parse.ChangeColumns;
import io.groundswell.ingest.parse.ColumnSettings;
import io.groundswell.ingest.parse.PostFormats;
import io.groundswell.model.Suppression;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuppressedIdsTest {
    private static final String ID = "1234567890123";
    private static final String DID = "did:plc:ewvi7nxzyoun6zhxrhs64oiz";

    private final SuppressedIds ids = SuppressedIds.none();

    SuppressedIdsTest() {
        add(IdKind.POST, ID);
        add(IdKind.AUTHOR, DID);
        add(IdKind.AUTHOR, "22");
    }

    private void add(IdKind kind, String id) {
        Suppression row = ids.row(kind, "x", id, null, Instant.EPOCH);
        ids.add(row);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"" + ID + "\"}",
                "{\"id\":" + ID + "}",
                "at://" + DID + "/app.bsky.feed.post/3k",
                "see https://x.example/status/" + ID + ", it is...",
                "{\"text\":\"so\\n" + ID + "\"}",
                "{\"author\":\"22\"}",
                "broken \"" + DID
            })
    void findsAndMasksAnIdAndNothingElse(String text) {
        assertThat(ids.in("x", text.getBytes(UTF_8)).any()).isTrue();
        String masked = ids.masked("x", text);
        assertThat(masked).hasSameSizeAs(text).doesNotContain(ID).doesNotContain(DID);
        assertThat(masked.replaceAll("[1x]", ""))
                .isEqualTo(text.replace(ID, "")
                        .replace(DID, ":::".substring(1))
                        .replace("22", "")
                        .replaceAll("[1x]", ""));
        assertThat(ids.in("x", masked.getBytes(UTF_8)).any()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-22T22:22:22Z",
                "{\"count\":22,\"of\":[21,22,23]}",
                "12345678901234",
                "x1234567890123",
                "did:plc:ewvi7nxzyoun6zhxrhs64oi"
            })
    void leavesOtherNumbersAlone(String text) {
        assertThat(ids.in("x", text.getBytes(UTF_8)).any()).isFalse();
        assertThat(ids.masked("x", text)).isSameAs(text);
    }

    @Test
    void holdsForOneFeedAndOneKind() {
        assertThat(ids.isPost("x", ID)).isTrue();
        assertThat(ids.isPost("mastodon", ID)).isFalse();
        assertThat(ids.isAuthor("x", ID)).isFalse();
        assertThat(ids.isPost("x", null)).isFalse();
        assertThat(SuppressedIds.none().isPost("x", ID)).isFalse();
    }

    @Test
    void saysWhatIsLeftOfAFrame() {
        FrameErasure erasure = new FrameErasure(ids, new PostFormats(ColumnSettings.DEFAULT, ChangeColumns.DEFAULT));

        assertThat(erasure.left("x", "x", XFrames.post(ID).json().getBytes(UTF_8)))
                .isEmpty();
        assertThat(erasure.left("x", "x", ("torn " + ID).getBytes(UTF_8))).isEmpty();
        assertThat(erasure.left("x", "x", XFrames.post("5").json().getBytes(UTF_8)))
                .isNull();
        XFrames reply = XFrames.post("5").saying("no, see " + ID);
        assertThat(new String(erasure.left("x", "x", reply.json().getBytes(UTF_8)), UTF_8))
                .isEqualTo(reply.json().replace(ID, "1".repeat(ID.length())));
        reply.data()
                .putArray("referenced_tweets")
                .addObject()
                .put("type", "retweeted")
                .put("id", ID);
        assertThat(erasure.left("x", "x", reply.json().getBytes(UTF_8))).isEmpty();
        assertThat(erasure.copy("x", "x", reply.json().getBytes(UTF_8))).contains("5");
    }
}
