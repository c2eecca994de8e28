package io.groundswell.ingest.parse;

import static io.groundswell.ingest.XFrames.post;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames that someone made to break a parser. */
class HostileFramesTest {
    private final PostFormat format = new XFormat();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u00C0\u00AF", // an overlong slash
                "\u00ED\u00A0\u0080", // half of a surrogate pair
                "\u00ED\u00A0\u00BD\u00ED\u00B8\u0080", // CESU-8
                "\u00F4\u0090\u0080\u0080", // beyond Unicode
                "\u00E2\u0082", // broken off
                "\u0080"
            })
    void rejectsBytesThatAreNotUtf8(String bytesAsLatin1) {
        String frame = post("1").saying("TEXT").json().replace("TEXT", bytesAsLatin1);

        assertThat(format.read(frame.getBytes(ISO_8859_1)))
                .isEqualTo(new Reading.Rejection(Reason.INVALID_UTF8, "data.text"));
    }

    @Test
    void keepsEscapedNulsAndHalfPairs() {
        String frame = post("1").saying("TEXT").json().replace("TEXT", "a\\u0000\\ud800z");

        Reading.Change change = (Reading.Change) format.read(frame.getBytes(UTF_8));
        assertThat(change.content().text()).isEqualTo("a\u0000\ud800z");
    }

    @Test
    void boundsDepthNamesAndNumbers() {
        assertThat(reason("{\"x\":" + "[".repeat(100_000))).isEqualTo(Reason.OVER_LIMIT);
        assertThat(reason("{\"x\":" + "{\"y\":".repeat(40_000))).isEqualTo(Reason.OVER_LIMIT);
        assertThat(reason("{\"" + "n".repeat(2000) + "\":1}")).isEqualTo(Reason.OVER_LIMIT);
        assertThat(reason("{\"n\":" + "9".repeat(200) + "}")).isEqualTo(Reason.OVER_LIMIT);
        assertThat(reason("{\"n\":1e999999}")).isEqualTo(Reason.UNKNOWN_SHAPE);
    }

    @Test
    void boundsFrames() {
        String longest =
                post("1").saying("x".repeat(PostFormat.MAX_FRAME_BYTES - 500)).json();

        assertThat(format.read(longest.getBytes(UTF_8))).isInstanceOf(Reading.Change.class);
        assertThat(reason(
                        post("1").saying("x".repeat(PostFormat.MAX_FRAME_BYTES)).json()))
                .isEqualTo(Reason.TOO_LONG);
    }

    @Test
    void throwsNothingWhateverIsChangedInAFrame() {
        Random random = new Random(7);
        byte[] whole = post("1").saying("Grüße").tagged("a").editOf("20").json().getBytes(UTF_8);
        String alphabet = "{}[]\",:0-9.eE+tfn\\u\u0000\u00ff ";
        Map<Reason, Integer> reasons = new EnumMap<>(Reason.class);
        int readable = 0;
        for (int i = 0; i < 50_000; i++) {
            byte[] frame = whole.clone();
            for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                frame[random.nextInt(frame.length)] = (byte) alphabet.charAt(random.nextInt(alphabet.length()));
            }
            Reading reading = format.read(frame);
            if (reading instanceof Reading.Rejection rejection) {
                reasons.merge(rejection.reason(), 1, Integer::sum);
            } else {
                readable++;
            }
        }

        assertThat(readable).isPositive();
        assertThat(reasons)
                .containsKeys(
                        Reason.MALFORMED_JSON,
                        Reason.INVALID_UTF8,
                        Reason.MISSING_FIELD,
                        Reason.BAD_TIME,
                        Reason.UNKNOWN_SHAPE);
    }

    private Reason reason(String frame) {
        return ((Reading.Rejection) format.read(frame.getBytes(UTF_8))).reason();
    }
}
