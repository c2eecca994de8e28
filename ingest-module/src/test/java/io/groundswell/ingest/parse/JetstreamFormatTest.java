package io.groundswell.ingest.parse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JetstreamFormatTest {
    private static final String RECORD = """
            {"$type":"app.bsky.feed.post","text":"Sturm über #Köln","createdAt":"2026-03-01T12:00:00.5Z","langs":["de-DE"],
             "facets":[{"index":{"byteStart":12,"byteEnd":18},"features":[{"$type":"app.bsky.richtext.facet#tag","tag":"Köln"}]},
             {"index":{"byteStart":0,"byteEnd":1},"features":[{"$type":"app.bsky.richtext.facet#mention","did":"did:plc:b"},
             {"$type":"app.bsky.richtext.facet#link","uri":"https://a.example"}]}]}""";
    private static final String VERSION_1 = """
            {"did":"did:plc:a","time_us":1772366401000000,"kind":"commit","commit":{"rev":"r","operation":"create",
             "collection":"app.bsky.feed.post","rkey":"3k","cid":"bafy1","record":%s}}""".formatted(RECORD);
    private static final String VERSION_2 = """
            {"$type":"message","payload":{"$type":"network.bsky.jetstream.subscribeEvents#commit","seq":9,"did":"did:plc:a",
             "time":"2026-03-01T12:00:01Z","rev":"r","operation":"create","collection":"app.bsky.feed.post","rkey":"3k",
             "cid":"bafy1","record":%s}}""".formatted(RECORD);
    private static final String ID = "at://did:plc:a/app.bsky.feed.post/3k";
    private static final Instant WRITTEN = Instant.parse("2026-03-01T12:00:00.5Z");
    private static final Instant SEEN = Instant.parse("2026-03-01T12:00:01Z");

    @Test
    void readsAPostOfEitherVersionAlike() {
        Reading.Change post = new Reading.Change(
                "created",
                ID,
                "bafy1",
                "did:plc:a",
                WRITTEN,
                new Reading.Moment(SEEN, "time_us"),
                new Reading.Content(
                        "Sturm über #Köln",
                        "post",
                        "de",
                        List.of("Köln"),
                        List.of("did:plc:b"),
                        List.of("https://a.example")));

        assertThat(read(VERSION_1)).isEqualTo(post);
        assertThat(read(VERSION_2))
                .usingRecursiveComparison()
                .ignoringFields("change.field")
                .isEqualTo(post);
    }

    @Test
    void tellsEachTagMentionAndLinkOnce() {
        String twice = VERSION_1.replaceFirst("(?s)\"facets\":\\[(.*)\\]\\}", "\"facets\":[$1,$1]}");
        assertThat(twice).hasSizeGreaterThan(VERSION_1.length());

        assertThat(read(twice)).isEqualTo(read(VERSION_1));
    }

    @Test
    void readsEditsAndDeletions() {
        assertThat(read(VERSION_1.replace("\"create\"", "\"update\"").replace("bafy1", "bafy2")))
                .isInstanceOfSatisfying(Reading.Change.class, edit -> {
                    assertThat(edit.op()).isEqualTo("edited");
                    assertThat(edit.version()).isEqualTo("bafy2");
                    assertThat(edit.changedAt()).isEqualTo(SEEN);
                });
        String deletion = "{\"did\":\"did:plc:a\",\"time_us\":1772366401000000,\"kind\":\"commit\",\"commit\":"
                + "{\"operation\":\"delete\",\"collection\":\"app.bsky.feed.post\",\"rkey\":\"3k\"}}";
        assertThat(read(deletion))
                .isEqualTo(Reading.Change.deletion(ID, "did:plc:a", new Reading.Moment(SEEN, "time_us")));
    }

    @ParameterizedTest
    @CsvSource({"reply, {}, reply", "embed, {\"$type\":\"app.bsky.embed.record\"}, quote"})
    void tellsKinds(String field, String value, String kind) {
        String frame = VERSION_1.replace("\"langs\"", "\"" + field + "\":" + value + ",\"langs\"");

        assertThat(((Reading.Change) read(frame)).content().kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"deleted", "takendown", "suspended", "deactivated"})
    void readsAnAccountThatIsGone(String status) {
        String version1 = "{\"did\":\"d\",\"time_us\":1772366401000000,\"kind\":\"account\",\"account\":"
                + "{\"active\":false,\"did\":\"d\",\"seq\":1,\"time\":\"2026-03-01T12:00:00Z\",\"status\":\"" + status
                + "\"}}";
        String version2 = "{\"$type\":\"message\",\"payload\":{\"$type\":\"a#account\",\"did\":\"d\","
                + "\"time\":\"2026-03-01T12:00:01Z\",\"active\":false,\"status\":\"" + status + "\"}}";

        assertThat(read(version1)).isEqualTo(Reading.Change.removal("d", new Reading.Moment(SEEN, "time_us")));
        assertThat(read(version2)).isEqualTo(Reading.Change.removal("d", new Reading.Moment(SEEN, "time")));
        assertThat(read(version2.replace(",\"status\":\"" + status + "\"", "")))
                .isEqualTo(Reading.Change.removal("d", new Reading.Moment(SEEN, "time")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"did\":\"d\",\"kind\":\"identity\"}|NOT_A_POST|kind",
                "{\"kind\":\"account\",\"account\":{\"active\":true}}|NOT_A_POST|account.active",
                "{\"kind\":\"account\",\"account\":{\"active\":null}}|MISSING_FIELD|account.active",
                "{\"kind\":\"account\",\"account\":{\"active\":false,\"status\":\"throttled\"}}|NOT_A_POST|account.status",
                "{\"kind\":\"account\",\"account\":{\"active\":false}}|MISSING_FIELD|did",
                "{\"kind\":\"commit\",\"commit\":{\"operation\":\"create\",\"collection\":\"app.bsky.feed.like\"}}|NOT_A_POST|collection",
                "{\"kind\":\"commit\",\"commit\":{\"operation\":\"create\"}}|MISSING_FIELD|collection",
                "{\"foo\":1}|UNKNOWN_SHAPE|",
                "{\"time_us\":\"1\"}|WRONG_TYPE|time_us"
            })
    void saysWhatCannotBeRead(String frame, Reason reason, String field) {
        assertThat(read(frame)).isEqualTo(new Reading.Rejection(reason, field));
    }

    @Test
    void namesTheFieldThatLacks() {
        assertThat(read(VERSION_1.replace("createdAt", "created")))
                .isEqualTo(new Reading.Rejection(Reason.MISSING_FIELD, "record.createdAt"));
        assertThat(read(VERSION_1.replace("\"text\"", "\"txt\"")))
                .isEqualTo(new Reading.Rejection(Reason.MISSING_FIELD, "record.text"));
        assertThat(read(VERSION_1.replace("1772366401000000", "9223372036854775807")))
                .isEqualTo(new Reading.Rejection(Reason.BAD_TIME, "time_us"));
    }

    private static Reading read(String frame) {
        return new JetstreamFormat().read(frame.getBytes(UTF_8));
    }
}
