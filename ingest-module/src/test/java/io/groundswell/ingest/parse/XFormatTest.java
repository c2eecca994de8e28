package io.groundswell.ingest.parse;

import static io.groundswell.ingest.XFrames.NOON;
import static io.groundswell.ingest.XFrames.deletion;
import static io.groundswell.ingest.XFrames.idAt;
import static io.groundswell.ingest.XFrames.post;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.groundswell.ingest.XFrames;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XFormatTest {
    private final PostFormat format = new XFormat();

    @Test
    void readsAPost() {
        XFrames frame = post("1").saying("Grüße 🌊").tagged("Delta", "Spark");
        frame.data().put("lang", "de");
        frame.data()
                .withObject("/entities")
                .putArray("mentions")
                .addObject()
                .put("username", "ann")
                .put("id", "7");
        frame.data()
                .withObject("/entities")
                .putArray("urls")
                .addObject()
                .put("url", "https://t.co/a")
                .put("expanded_url", "https://delta.io");

        assertThat(read(frame.json()))
                .isEqualTo(new Reading.Change(
                        "created",
                        "1",
                        "1",
                        "author of 1",
                        NOON,
                        new Reading.Moment(NOON, "data.created_at"),
                        new Reading.Content(
                                "Grüße 🌊",
                                "post",
                                "de",
                                List.of("Delta", "Spark"),
                                List.of("ann"),
                                List.of("https://delta.io"))));
    }

    @Test
    void tellsEachMentionAndTagOnce() {
        XFrames frame = post("1").saying("RT @ann: @ann @bob").tagged("Delta", "Spark", "Delta");
        ArrayNode mentions = frame.data().withObject("/entities").putArray("mentions");
        List.of("ann", "ann", "bob").forEach(name -> mentions.addObject().put("username", name));

        assertThat(change(frame).content().mentions()).containsExactly("ann", "bob");
        assertThat(change(frame).content().tags()).containsExactly("Delta", "Spark");
    }

    @Test
    void namesAnEditByItsFirstVersion() {
        Instant later = NOON.plusSeconds(60);
        String first = idAt(NOON);

        assertThat(change(post("9").at(later).editOf(first, "8")))
                .extracting(Reading.Change::op, Reading.Change::postId, Reading.Change::version)
                .containsExactly("edited", first, "9");
        assertThat(change(post("9").at(later).editOf(first, "8")))
                .extracting(Reading.Change::createdAt, Reading.Change::changedAt)
                .containsExactly(NOON, later);
    }

    @Test
    void datesAnEditToTheSecondAsItsFirstVersionWasDated() {
        String first = idAt(NOON.plusMillis(741));

        assertThat(change(post("9").at(NOON.plusSeconds(60)).editOf(first, "8")).createdAt())
                .isEqualTo(NOON);
    }

    @Test
    void readsADeletion() {
        assertThat(read(deletion("1", NOON)))
                .isEqualTo(
                        Reading.Change.deletion("1", "author of 1", new Reading.Moment(NOON, "data.delete.event_at")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"user_delete", "user_suspend", "user_protect"})
    void readsAnAccountThatIsGone(String event) {
        String frame = "{\"data\":{\"%s\":{\"user\":{\"id\":\"7\"},\"event_at\":\"%s\"}}}".formatted(event, NOON);

        assertThat(read(frame))
                .isEqualTo(new Reading.Change(
                        "account_removed",
                        null,
                        NOON.toString(),
                        "7",
                        NOON,
                        new Reading.Moment(NOON, "data." + event + ".event_at"),
                        null));
    }

    @Test
    void readsWhatIsDroppedFromViewAsADeletion() {
        assertThat(read("{\"data\":{\"drop\":{\"tweet\":{\"id\":\"1\",\"author_id\":\"7\"}}}}"))
                .isEqualTo(Reading.Change.deletion("1", "7", new Reading.Moment(null, "data.drop.event_at")));
    }

    @Test
    void tellsNoTagsFromNoListOfTags() {
        XFrames without = post("1");
        XFrames empty = post("1");
        empty.data().putObject("entities");

        assertThat(content(without).tags()).isNull();
        assertThat(content(empty).tags()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "RT @ann: so,,,repost",
        "so,retweeted,,repost",
        "so,quoted,,quote",
        "so,replied_to,,reply",
        "so,,7,reply",
        "so,,,post",
        "RT @ann: so,quoted,,quote"
    })
    void tellsTheKind(String text, String reference, String inReplyTo, String kind) {
        XFrames frame = post("1").saying(text);
        if (reference != null) {
            frame.data()
                    .putArray("referenced_tweets")
                    .addObject()
                    .put("type", reference)
                    .put("id", "2");
        }
        if (inReplyTo != null) {
            frame.data().put("in_reply_to_user_id", inReplyTo);
        }

        assertThat(content(frame).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({"en,en", "pt-BR,pt", "EN,en", "und,", "qme,", "zxx,", "'',"})
    void takesTheLanguageThatTheFeedClaims(String lang, String language) {
        XFrames frame = post("1");
        frame.data().put("lang", lang);

        assertThat(content(frame).language()).isEqualTo(language);
    }

    @Test
    void passesOverWhatItDoesNotKnowAndPartialErrors() {
        String frame = post("1").json().replaceFirst("\\{", "{\"matching_rules\":[{\"id\":\"1\"}],\"errors\":[{}],");

        assertThat(read(frame)).isInstanceOf(Reading.Change.class);
        assertThat(read("\uFEFF" + frame)).isInstanceOf(Reading.Change.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "malformed-json | | ``",
                "malformed-json | data.id | {\"data\":{\"id\":\"1\"",
                "malformed-json | | {\"data\":{}} x",
                "malformed-json | data | {\"data\":NaN}",
                "malformed-json | | not JSON",
                "unknown-shape | | [1, {\"a\":2}]",
                "unknown-shape | | 7",
                "unknown-shape | | {}",
                "unknown-shape | | {\"data\":null}",
                "missing-field | data.user_delete.user.id | {\"data\":{\"user_delete\":{}}}",
                "not-a-post | data.user_undelete | {\"data\":{\"user_undelete\":{\"user\":{\"id\":\"7\"}}}}",
                "not-a-post | data.scrub_geo | {\"data\":{\"scrub_geo\":{\"user\":{\"id\":\"7\"},\"up_to_tweet_id\":\"1\"}}}",
                "feed-error | errors | {\"errors\":[{\"title\":\"operational-disconnect\"}]}",
                "wrong-type | data | {\"data\":[]}",
                "wrong-type | data.id | {\"data\":{\"id\":1}}",
                "wrong-type | data.text | {\"data\":{\"id\":\"1\",\"text\":{}}}",
                "wrong-type | data.entities.hashtags.tag | {\"data\":{\"entities\":{\"hashtags\":[{\"tag\":1}]}}}",
                "missing-field | data.id | {\"data\":{\"text\":\"a\"}}",
                "missing-field | data.text | {\"data\":{\"id\":\"1\"}}",
                "missing-field | data.created_at | {\"data\":{\"id\":\"1\",\"text\":\"a\"}}",
                "missing-field | data.delete.tweet.id | {\"data\":{\"delete\":{}}}",
                "bad-id | data.id | {\"data\":{\"id\":\" \",\"text\":\"a\"}}",
            })
    void rejectsWithReasonAndField(String reason, String field, String frame) {
        Reading.Rejection rejection = (Reading.Rejection) read(frame);

        assertThat(rejection.reason().label()).isEqualTo(reason);
        assertThat(rejection.field()).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T12:00:00", // no zone
        "yesterday",
        "1772366400",
        "+292278994-08-17T07:12:55.192Z",
        "10000-01-01T00:00:00Z",
        "-0001-01-01T00:00:00Z",
        "2026-02-30T12:00:00Z"
    })
    void rejectsWhatIsNoTime(String createdAt) {
        XFrames frame = post("1");
        frame.data().put("created_at", createdAt);

        assertThat(read(frame.json())).isEqualTo(new Reading.Rejection(Reason.BAD_TIME, "data.created_at"));
    }

    @ParameterizedTest
    @CsvSource({
        "1970-01-01T00:00:00Z,1970-01-01T00:00:00Z",
        "0001-01-01T00:00:00Z,0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59Z,9999-12-31T23:59:59Z",
        "2016-12-31T23:59:60Z,2016-12-31T23:59:59Z",
        "2026-03-01T14:00:00+02:00,2026-03-01T12:00:00Z"
    })
    void readsEachTimeThatATableCanHold(String createdAt, Instant time) {
        XFrames frame = post("1");
        frame.data().put("created_at", createdAt);

        assertThat(change(frame).createdAt()).isEqualTo(time);
    }

    @Test
    void rejectsAnEditWhoseFirstIdTellsNoTime() {
        assertThat(read(post("9").editOf("abc").json()))
                .isEqualTo(new Reading.Rejection(Reason.BAD_ID, "data.edit_history_tweet_ids"));
        assertThat(read(post("9").editOf("-1").json()))
                .isEqualTo(new Reading.Rejection(Reason.BAD_ID, "data.edit_history_tweet_ids"));
    }

    private Reading read(String frame) {
        return format.read(frame == null ? new byte[0] : frame.getBytes(StandardCharsets.UTF_8));
    }

    private Reading.Change change(XFrames frame) {
        return (Reading.Change) read(frame.json());
    }

    private Reading.Content content(XFrames frame) {
        return change(frame).content();
    }
}
