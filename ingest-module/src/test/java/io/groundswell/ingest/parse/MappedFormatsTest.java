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
                        NOON,
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
                        NOON,
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
                "csv|7;1772366400000;rain|UNKNOWN_SHAPE|",
                "csv|7;1772366400000;\"rain;x|MALFORMED_CSV|",
                "csv|7;1772366400000;ra\"in;x|MALFORMED_CSV|",
                "csv|7;;rain;x|BAD_TIME|when",
                "csv|;1;rain;x|BAD_ID|nr"
            })
    void saysWhatCannotBeRead(String format, String frame, Reason reason, String field) {
        assertThat(read(format, frame)).isEqualTo(new Reading.Rejection(reason, field));
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
        return new PostFormats(COLUMNS).named(format).orElseThrow().read(frame.getBytes(UTF_8));
    }
}
