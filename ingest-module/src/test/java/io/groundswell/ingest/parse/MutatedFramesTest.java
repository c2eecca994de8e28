package io.groundswell.ingest.parse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever happens to a frame on its way, a format says what it is and throws nothing. */
class MutatedFramesTest {
    private static final int MUTATIONS = 15_000;
    private static final PostFormats FORMATS = new PostFormats(ColumnSettings.DEFAULT);

    private static final Set<Reason> OF_A_FIELD =
            Set.of(Reason.MISSING_FIELD, Reason.WRONG_TYPE, Reason.BAD_TIME, Reason.BAD_ID);

    private static final List<String> FRAMES = List.of(
            "{\"data\":{\"id\":\"1\",\"text\":\"rain #Storm\",\"created_at\":\"2026-03-01T12:00:00Z\",\"author_id\":\"7\"}}",
            "{\"id_str\":\"1\",\"text\":\"rain &amp; wind\",\"created_at\":\"Wed Aug 30 03:04:05 +0000 2017\",\"user\":{\"id_str\":\"7\"}}",
            "{\"did\":\"did:a\",\"time_us\":1772366401000000,\"kind\":\"commit\",\"commit\":{\"operation\":\"create\",\"collection\":"
                    + "\"app.bsky.feed.post\",\"rkey\":\"3k\",\"cid\":\"b\",\"record\":{\"text\":\"Köln\",\"createdAt\":\"2026-03-01T12:00:00Z\"}}}",
            "{\"event\":\"update\",\"payload\":\"{\\\"id\\\":\\\"1\\\",\\\"created_at\\\":\\\"2026-03-01T12:00:00Z\\\",\\\"content\\\":\\\"<p>rain</p>\\\"}\"}",
            "{\"headers\":{\"format\":\"csv\"},\"body\":\"1,2026-03-01T12:00:00Z,7,rain\"}",
            "{\"id\":\"1\",\"text\":\"rain\",\"created_at\":\"2026-03-01T12:00:00Z\",\"author_id\":\"7\"}",
            "1,2026-03-01T12:00:00Z,7,\"rain, \"\"wind\"\"\"");

    static List<String> formats() {
        return List.copyOf(PostFormats.names());
    }

    @ParameterizedTest
    @MethodSource("formats")
    void rejectsWhatIsHostileAndNamesTheField(String name) {
        PostFormat format = FORMATS.named(name).orElseThrow();
        for (String of : HostileFrames.formats()) {
            for (byte[] frame : HostileFrames.of(of)) {
                if (format.read(frame) instanceof Reading.Rejection rejection
                        && OF_A_FIELD.contains(rejection.reason())) {
                    assertThat(rejection.field()).isNotBlank();
                }
            }
        }
    }

    @Test
    void thereAreHostileFramesEnough() {
        List<byte[]> all = new ArrayList<>();
        HostileFrames.formats().forEach(name -> all.addAll(HostileFrames.of(name)));

        assertThat(all).hasSizeGreaterThan(400);
        for (String name : HostileFrames.formats()) {
            assertThat(FORMATS.named(name).orElseThrow().read(HostileFrames.sound(name)))
                    .as(name)
                    .isInstanceOf(Reading.Change.class);
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void readsOrRejects(String name) {
        PostFormat format = FORMATS.named(name).orElseThrow();
        Mutator mutator =
                new Mutator(FRAMES.stream().map(frame -> frame.getBytes(UTF_8)).toList(), name.hashCode());
        int accepted = 0;
        List<Reason> reasons = new ArrayList<>();
        for (int i = 0; i < MUTATIONS; i++) {
            Reading reading = format.read(mutator.next());
            if (reading instanceof Reading.Rejection rejection) {
                reasons.add(rejection.reason());
            } else {
                accepted++;
                Reading.Change change = (Reading.Change) reading;
                assertThat(change.postId()).isNotBlank();
                assertThat(change.op().equals("deleted") || change.content() != null)
                        .isTrue();
            }
        }
        assertThat(accepted).isPositive();
        assertThat(reasons.stream().distinct().count()).isGreaterThan(4);
    }
}
