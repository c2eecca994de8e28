package io.groundswell.ingest.parse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MastodonFormatTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String STATUS = """
            {"id":"11","created_at":"2026-03-01T12:00:00.000Z","edited_at":null,"language":"en","in_reply_to_id":null,
             "content":"<p>Rain &amp; <br>wind <a href=\\"https://m.example/tags/storm\\" class=\\"mention hashtag\\">#<span>Storm</span></a></p><p>see <a href=\\"https://a.example/1\\">a.example/1</a></p>",
             "account":{"id":"7","acct":"ann","bot":false},"tags":[{"name":"storm"}],"mentions":[{"acct":"bob"}],"reblog":null}""";
    private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void readsAStatusAndTheEventThatBringsIt() throws Exception {
        Reading.Change post = new Reading.Change(
                "created",
                "11",
                "11",
                "7",
                AT,
                new Reading.Moment(AT, "created_at"),
                new Reading.Content(
                        "Rain & \nwind #Storm\n\nsee a.example/1",
                        "post",
                        "en",
                        List.of("storm"),
                        List.of("bob"),
                        List.of("https://a.example/1")));

        assertThat(read(STATUS)).isEqualTo(post);
        assertThat(read(event("update", STATUS))).isEqualTo(post);
    }

    @Test
    void readsEditsDeletionsAndReposts() throws Exception {
        String edited = STATUS.replace("\"edited_at\":null", "\"edited_at\":\"2026-03-01T13:00:00.000Z\"");
        assertThat(read(event("status.update", edited))).isInstanceOfSatisfying(Reading.Change.class, edit -> {
            assertThat(edit.op()).isEqualTo("edited");
            assertThat(edit.version()).isEqualTo("2026-03-01T13:00:00.000Z");
            assertThat(edit.createdAt()).isEqualTo(AT);
            assertThat(edit.changedAt()).isEqualTo(Instant.parse("2026-03-01T13:00:00Z"));
        });
        assertThat(read(event("delete", "11")))
                .isEqualTo(Reading.Change.deletion("11", null, new Reading.Moment(null, "payload")));
        String repost = STATUS.replace("\"reblog\":null", "\"reblog\":{\"id\":\"3\",\"content\":\"<p>theirs</p>\"}")
                .replaceFirst("\"content\":\"[^,]*\",", "\"content\":\"\",");
        assertThat(((Reading.Change) read(repost)).content())
                .extracting(Reading.Content::kind, Reading.Content::text)
                .containsExactly("repost", "theirs");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"event\":\"filters_changed\"}|NOT_A_POST|event",
                "{\"event\":\"update\"}|MISSING_FIELD|payload",
                "{\"event\":\"update\",\"payload\":\"{\"}|MALFORMED_JSON|",
                "{\"event\":\"delete\"}|MISSING_FIELD|payload",
                "{\"error\":\"no\"}|FEED_ERROR|error",
                "{\"foo\":1}|UNKNOWN_SHAPE|",
                "{\"id\":\"1\",\"content\":\"a\"}|MISSING_FIELD|created_at",
                "{\"id\":\"1\",\"created_at\":\"2026-03-01T12:00:00Z\"}|MISSING_FIELD|content"
            })
    void saysWhatCannotBeRead(String frame, Reason reason, String field) {
        assertThat(read(frame)).isEqualTo(new Reading.Rejection(reason, field));
    }

    private static String event(String name, String payload) throws Exception {
        ObjectNode event = JSON.createObjectNode().put("event", name).put("payload", payload);
        event.putArray("stream").add("public");
        return JSON.writeValueAsString(event);
    }

    private static Reading read(String frame) {
        return new MastodonFormat().read(frame.getBytes(UTF_8));
    }
}
