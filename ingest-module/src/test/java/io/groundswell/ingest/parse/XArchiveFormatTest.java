package io.groundswell.ingest.parse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XArchiveFormatTest {
    private static final String POST = """
            {"created_at":"Wed Aug 30 03:04:05 +0000 2017","id":902,"id_str":"902","text":"rain &amp; wind #Storm",
             "user":{"id_str":"7","screen_name":"ann"},"lang":"en","in_reply_to_status_id_str":null,
             "entities":{"hashtags":[{"text":"Storm","indices":[13,19]}],"user_mentions":[{"screen_name":"bob"}],
             "urls":[{"url":"https://t.co/a","expanded_url":"https://a.example/1"}]}}""";

    @Test
    void readsAPost() {
        Instant at = Instant.parse("2017-08-30T03:04:05Z");

        assertThat(read(POST))
                .isEqualTo(new Reading.Change(
                        "created",
                        "902",
                        "902",
                        "7",
                        at,
                        new Reading.Moment(at, "created_at"),
                        new Reading.Content(
                                "rain & wind #Storm",
                                "post",
                                "en",
                                List.of("Storm"),
                                List.of("bob"),
                                List.of("https://a.example/1"))));
    }

    @Test
    void takesTheWholeTextOfALongPost() {
        String frame = POST.replaceFirst(
                "\\{",
                "{\"extended_tweet\":{\"full_text\":\"all of it\",\"entities\":{\"hashtags\":[{\"text\":\"a\"}]}},");

        Reading.Content content = ((Reading.Change) read(frame)).content();
        assertThat(content.text()).isEqualTo("all of it");
        assertThat(content.tags()).containsExactly("a");
    }

    @ParameterizedTest
    @CsvSource({
        "retweeted_status, {}, repost",
        "is_quote_status, true, quote",
        "in_reply_to_user_id_str, '\"5\"', reply",
        "retweeted_status, null, post"
    })
    void tellsKinds(String field, String value, String kind) {
        String frame = POST.replaceFirst("\\{", "{\"" + field + "\":" + value + ",");

        assertThat(((Reading.Change) read(frame)).content().kind()).isEqualTo(kind);
    }

    @Test
    void readsADeletion() {
        assertThat(read("{\"delete\":{\"status\":{\"id\":1,\"id_str\":\"1\",\"user_id_str\":\"7\"},"
                        + "\"timestamp_ms\":\"1504062245000\"}}"))
                .isEqualTo(Reading.Change.deletion(
                        "1", "7", new Reading.Moment(Instant.parse("2017-08-30T03:04:05Z"), "delete.timestamp_ms")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"user_delete", "user_suspend", "user_protect"})
    void readsAnAccountThatIsGone(String event) {
        Instant at = Instant.parse("2017-08-30T03:04:05Z");

        assertThat(read("{\"" + event + "\":{\"id\":771136850,\"timestamp_ms\":\"1504062245000\"}}"))
                .isEqualTo(Reading.Change.removal("771136850", new Reading.Moment(at, event + ".timestamp_ms")));
        assertThat(read("{\"" + event + "\":{\"id\":7,\"id_str\":\"7\"}}"))
                .isEqualTo(Reading.Change.removal("7", new Reading.Moment(null, event + ".event_at")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"limit\":{\"track\":5}}|NOT_A_POST|limit",
                "{\"user_unsuspend\":{\"id\":7}}|NOT_A_POST|user_unsuspend",
                "{\"user_suspend\":{}}|MISSING_FIELD|user_suspend.id",
                "{\"user_suspend\":{\"id\":7,\"timestamp_ms\":\"soon\"}}|BAD_TIME|user_suspend.timestamp_ms",
                "{\"disconnect\":{\"code\":4}}|FEED_ERROR|disconnect",
                "{\"foo\":1}|UNKNOWN_SHAPE|",
                "{\"id_str\":\"1\",\"text\":\"a\"}|MISSING_FIELD|created_at",
                "{\"id_str\":\"1\",\"text\":\"a\",\"created_at\":\"soon\"}|BAD_TIME|created_at",
                "{\"id_str\":\" \",\"text\":\"a\"}|BAD_ID|id_str",
                "{\"id_str\":5}|WRONG_TYPE|id_str",
                "{\"id_str\":\"1\",\"created_at\":\"2017-08-30T03:04:05Z\"}|MISSING_FIELD|text"
            })
    void saysWhatCannotBeRead(String frame, Reason reason, String field) {
        assertThat(read(frame)).isEqualTo(new Reading.Rejection(reason, field));
    }

    private static Reading read(String frame) {
        return new XArchiveFormat().read(frame.getBytes(UTF_8));
    }
}
