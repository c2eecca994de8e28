package io.groundswell.testkit.reference;

import static io.groundswell.testkit.XLines.deletion;
import static io.groundswell.testkit.XLines.edit;
import static io.groundswell.testkit.XLines.frame;
import static io.groundswell.testkit.XLines.id;
import static io.groundswell.testkit.XLines.micros;
import static io.groundswell.testkit.XLines.post;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testkit.ledger.OfferedFrame;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Expectations are counted by hand. A window of 300 s from noon is decided at 310, 900, 7500 and 173100 seconds. */
class ReferenceTest {
    private static final List<Integer> WIDTHS = List.of(300);
    private static final long ALL = 200_000;

    @Test
    void countsPostsAndDistinctAuthorsOfWhatWasReceivedBefore() {
        List<OfferedFrame> frames = List.of(
                post(1, "ann", 10, 12, "Flood"),
                post(2, "ann", 20, 21, "flood"),
                post(3, "bob", 299, 310, "flood"), // at the decision, not before it
                post(4, "eve", 300, 301, "flood")); // in the next window

        assertThat(counts(frames, 899))
                .containsOnly(
                        entry(flood(0, 310), counts(2, 1)),
                        entry(total(0, 310), counts(2, 1)),
                        entry(flood(300, 610), counts(1, 1)),
                        entry(total(300, 610), counts(1, 1)));
        assertThat(counts(frames, 900))
                .containsEntry(flood(0, 900), counts(3, 2))
                .hasSize(6);
    }

    @Test
    void takesARepeatedFrameOnceAndAnEditInPlaceOfThePost() {
        List<OfferedFrame> frames = List.of(
                post(1, "ann", 10, 12, "flood"),
                post(1, "ann", 10, 15, "flood"),
                edit(2, 1, "ann", 10, 400, 401, "rain"));

        Map<CountKey, Counts> counts = counts(frames, 7499);

        assertThat(counts)
                .containsOnly(
                        entry(flood(0, 310), counts(1, 1)),
                        entry(flood(0, 900), counts(0, 0)),
                        entry(hashtag("rain", 0, 900), counts(1, 1)),
                        entry(total(0, 310), counts(1, 1)));
    }

    @Test
    void takesADeletedPostBackAlsoWhereTheDeletionCameFirst() {
        List<OfferedFrame> frames = List.of(
                post(1, "ann", 10, 12, "flood"),
                post(2, "bob", 11, 12, "flood"),
                deletion(3, 4, 13, 14),
                post(4, "eve", 13, 20, "flood"),
                deletion(5, 1, 10, 950));

        Map<CountKey, Counts> counts = counts(frames, ALL);

        assertThat(counts)
                .containsOnly(
                        entry(flood(0, 310), counts(2, 2)),
                        entry(flood(0, 7500), counts(1, 1)),
                        entry(total(0, 310), counts(2, 2)),
                        entry(total(0, 7500), counts(1, 1)));
        assertThat(Reference.of(frames).settled()).containsExactly(id(11, 2));
    }

    @Test
    void leavesOutWhatCannotBeReadOrCannotBe() {
        OfferedFrame whole = post(1, "ann", 10, 12, "flood");
        String json = new String(whole.payload(), UTF_8);
        List<OfferedFrame> frames = List.of(
                frame(1, 12, json.substring(0, json.length() - 1)),
                frame(2, 12, json.replace("\"id\":", "\"left_out\":")),
                frame(3, 12, json.replace("\"text\":\"words\"", "\"text\":{}")),
                frame(4, 12, json.replace("2026-03-01T", "soon")),
                post(5, "ann", 10 + 10 * 86_400, 12, "flood"), // written in ten days
                post(6, "ann", 10, 172_000, "flood")); // nearly two days late

        assertThat(counts(frames, ALL))
                .containsOnly(entry(flood(0, 173_100), counts(1, 1)), entry(total(0, 173_100), counts(1, 1)));
    }

    @Test
    void movesAPostFromTheFutureToWhenItWasReceived() {
        assertThat(counts(List.of(post(1, "ann", 700, 12, "flood")), 600)).containsKey(flood(0, 310));
        assertThat(counts(List.of(post(1, "ann", 310, 12, "flood")), 610)).containsKey(flood(300, 610));
    }

    @Test
    void takesARepeatOfAPostFromTheFutureForThatPost() {
        List<OfferedFrame> frames = List.of(post(1, "ann", 700, 12, "flood"), post(1, "ann", 700, 710, "flood"));

        assertThat(counts(frames, ALL))
                .containsOnly(entry(flood(0, 310), counts(1, 1)), entry(total(0, 310), counts(1, 1)));
    }

    @Test
    void takesWhatComesAgainAfterTwoDaysForAnotherRow() {
        long days = 172_800;

        assertThat(Reference.keptOf(List.of(micros(days + 1), micros(1), micros(1))))
                .containsExactly(micros(1));
        assertThat(Reference.keptOf(List.of(micros(days + 2), micros(2 * days + 2), micros(1))))
                .containsExactly(micros(1), micros(days + 2));
    }

    private static Map<CountKey, Counts> counts(List<OfferedFrame> frames, long through) {
        return Reference.of(frames).counts(WIDTHS, micros(through));
    }

    private static Counts counts(long posts, long authors) {
        return new Counts(posts, authors);
    }

    private static CountKey flood(long window, long decided) {
        return hashtag("flood", window, decided);
    }

    private static CountKey hashtag(String tag, long window, long decided) {
        return new CountKey(300, micros(window), CountKey.HASHTAG, tag, micros(decided));
    }

    private static CountKey total(long window, long decided) {
        return new CountKey(300, micros(window), CountKey.TOTAL, "", micros(decided));
    }
}
