package io.groundswell.ingest.parse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappedFormatsTest {
    private static final ColumnSettings COLUMNS = new ColumnSettings(
            "nr", "body.text", "when", "user.id", "lang", "tags", List.of("nr", "when", "body.text", "tags"), ";");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void readsJsonByItsMapping() {
        assertThat(read(
                        "json",
                        "{\"nr\":7,\"body\":{\"text\":\"rain\",\"x\":[1]},\"when\":1772366400,"
                                + "\"user\":{\"id\":\"a\"},\"lang\":\"en-GB\",\"tags\":[\"Storm\"],\"other\":{}}"))
                .isEqualTo(new Reading.Change(
                        "created",
                        "7",
                        "7",
                        "a",
                        NOON,
                        new Reading.Moment(NOON, "when"),
                        new Reading.Content("rain", "post", "en", List.of("Storm"), List.of(), List.of())));
    }

    @Test
    void readsCsvByItsMapping() {
        assertThat(read("csv", "7;1772366400000;\"rain; \"\"wind\"\"\";Storm flood"))
                .isEqualTo(new Reading.Change(
                        "created",
                        "7",
                        "7",
                        null,
                        NOON,
                        new Reading.Moment(NOON, "when"),
                        new Reading.Content(
                                "rain; \"wind\"", "post", null, List.of("Storm", "flood"), List.of(), List.of())));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "json|{\"nr\":7}|MISSING_FIELD|body.text",
                "json|{\"nr\":7,\"body\":{\"text\":\"a\"},\"when\":\"noon\"}|BAD_TIME|when",
                "json|{\"nr\":{}}|WRONG_TYPE|nr",
                "json|{\"body\":5}|WRONG_TYPE|body",
                "csv|7;1772366400000;rain|UNKNOWN_SHAPE|tags",
                "csv|7;1772366400000;rain;x;|UNKNOWN_SHAPE|",
                "csv|7;1772366400000;\"rain;x|MALFORMED_CSV|body.text",
                "csv|7;1772366400000;ra\"in;x|MALFORMED_CSV|body.text",
                "csv|7;;rain;x|BAD_TIME|when",
                "csv|;1;rain;x|BAD_ID|nr",
                "json|{\"nr\":7,\"what\":\"liked\"}|UNKNOWN_SHAPE|what",
                "json|{\"what\":\"account_removed\"}|MISSING_FIELD|user.id",
                "json|{\"what\":\"deleted\"}|MISSING_FIELD|nr",
                "json|{\"what\":\"deleted\",\"nr\":7,\"changed\":\"soon\"}|BAD_TIME|changed",
                "json|{\"what\":\"edited\",\"nr\":7,\"when\":1,\"body\":{\"text\":\"a\"}}|MISSING_FIELD|changed"
            })
    void saysWhatCannotBeRead(String format, String frame, Reason reason, String field) {
        assertThat(read(format, frame)).isEqualTo(new Reading.Rejection(reason, field));
    }

    @Test
    void readsChangesByTheirMapping() {
        Reading.Moment at = new Reading.Moment(NOON.plusSeconds(60), "changed");
        String change = "{\"nr\":7,\"user\":{\"id\":\"a\"},\"changed\":1772366460,\"what\":\"%s\"%s}";

        assertThat(read("json", change.formatted("edited", ",\"when\":1772366400,\"body\":{\"text\":\"rain\"}")))
                .isEqualTo(new Reading.Change(
                        "edited",
                        "7",
                        "2026-03-01T12:01:00Z",
                        "a",
                        NOON,
                        at,
                        new Reading.Content("rain", "post", null, null, List.of(), List.of())));
        assertThat(read("json", change.formatted("deleted", ""))).isEqualTo(Reading.Change.deletion("7", "a", at));
        assertThat(read("json", change.formatted("account_removed", ""))).isEqualTo(Reading.Change.removal("a", at));
        PostFormat csv = new PostFormats(
                        new ColumnSettings(
                                "nr", "text", "when", "who", "", "", List.of("nr", "when", "who", "text", "what"), ","),
                        new ChangeColumns("what", ""))
                .named("csv")
                .orElseThrow();
        assertThat(csv.read("7,,,,deleted".getBytes(UTF_8)))
                .isEqualTo(Reading.Change.deletion("7", null, new Reading.Moment(null, "columns.changed-at")));
        assertThat(csv.read("7,1772366400,a,rain,".getBytes(UTF_8)))
                .isInstanceOfSatisfying(
                        Reading.Change.class, post -> assertThat(post.op()).isEqualTo("created"));
    }

    @Test
    void readsWhatFlumeWraps() {
        assertThat(read("flume", "{\"headers\":{\"format\":\"csv\"},\"body\":\"7;1772366400;rain;\"}"))
                .isInstanceOf(Reading.Change.class);
        assertThat(read("flume", "{\"headers\":{\"format\":\"flume\"},\"body\":\"\"}"))
                .isEqualTo(new Reading.Rejection(Reason.UNKNOWN_FORMAT, "headers.format"));
        assertThat(read("flume", "{\"headers\":{},\"body\":\"\"}"))
                .isEqualTo(new Reading.Rejection(Reason.MISSING_FIELD, "headers.format"));
    }

    @Test
    void refusesSettingsThatNameNothing() {
        assertThatThrownBy(() -> new ColumnSettings("", "t", "c", "", "", "", List.of(), ","))
                .hasMessageContaining("columns.id");
        assertThatThrownBy(() -> new ColumnSettings("i", "t", "c", "", "", "", List.of(), "\""))
                .hasMessageContaining("columns.delimiter");
    }

    private static Reading read(String format, String frame) {
        return new PostFormats(COLUMNS, new ChangeColumns("what", "changed"))
                .named(format)
                .orElseThrow()
                .read(frame.getBytes(UTF_8));
    }
}
