package io.groundswell.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever happens to a frame on its way, a format says what it is and throws nothing. */
class MutatedFramesTest {
    private static final int MUTATIONS = 15_000;
    private static final PostFormats FORMATS = new PostFormats(ColumnSettings.DEFAULT, ChangeColumns.DEFAULT);

    /** What is said of one field, and so names it. */
    private static final Set<Reason> OF_A_FIELD = Set.of(
            Reason.MISSING_FIELD,
            Reason.WRONG_TYPE,
            Reason.BAD_TIME,
            Reason.BAD_ID,
            Reason.NOT_A_POST,
            Reason.FEED_ERROR,
            Reason.UNKNOWN_FORMAT);

    static List<String> wires() {
        return HostileFrames.wires();
    }

    static Set<String> formats() {
        return PostFormats.names();
    }

    @ParameterizedTest
    @MethodSource("wires")
    void namesTheFieldOfEachHostileFrame(String wire) {
        for (HostileFrames.Frame frame : HostileFrames.of(wire)) {
            Reading reading = format(frame.format()).read(frame.bytes());
            if (reading instanceof Reading.Rejection rejection) {
                requireField(frame.category(), rejection);
            }
        }
    }

    private static void requireField(String category, Reading.Rejection rejection) {
        Reason reason = rejection.reason();
        boolean isWithinAField =
                category.equals("no-utf-8") || (category.equals("depth") && reason == Reason.OVER_LIMIT);
        if (OF_A_FIELD.contains(reason) || isWithinAField) {
            assertThat(rejection.field()).as("%s %s", category, reason).isNotBlank();
        }
        if (rejection.field() != null) {
            assertThat(rejection.field().codePoints())
                    .as("no made-up name")
                    .noneMatch(c -> Character.isISOControl(c) || "<>\u202E".indexOf(c) >= 0);
        }
    }

    @Test
    void thereAreHostileFramesOfEachKindEnough() {
        Map<String, Integer> categories = new TreeMap<>();
        for (String wire : HostileFrames.wires()) {
            HostileFrames.of(wire).forEach(frame -> categories.merge(frame.category(), 1, Integer::sum));
        }

        System.out.println("hostile frames " + categories);
        assertThat(categories.values().stream().mapToInt(Integer::intValue).sum())
                .isGreaterThan(1_000);
        assertThat(categories).hasSize(11).allSatisfy((category, frames) -> assertThat(frames)
                .isGreaterThanOrEqualTo(2 * HostileFrames.wires().size()));
    }

    @ParameterizedTest
    @MethodSource("wires")
    void readsTheSoundFrameThatIsDamaged(String wire) {
        FrameTemplate template = FrameTemplate.valueOf(wire);
        byte[] sound = HostileFrames.sound(template);

        assertThat(format(template.format()).read(sound)).isInstanceOf(Reading.Change.class);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void readsOrRejects(String name) {
        PostFormat format = format(name);
        Mutator mutator = new Mutator(HostileFrames.sound(), name.hashCode());
        int accepted = 0;
        Map<Reason, Integer> reasons = new EnumMap<>(Reason.class);
        for (int i = 0; i < MUTATIONS; i++) {
            Reading reading = format.read(mutator.next());
            if (reading instanceof Reading.Rejection rejection) {
                requireField("mutation", rejection);
                reasons.merge(rejection.reason(), 1, Integer::sum);
            } else {
                accepted++;
                requireWhole((Reading.Change) reading);
            }
        }
        assertThat(accepted).isPositive();
        assertThat(reasons).hasSizeGreaterThan(3);
    }

    private static void requireWhole(Reading.Change change) {
        switch (change.op()) {
            case "account_removed" -> assertThat(change.authorId()).isNotBlank();
            case "deleted" -> assertThat(change.postId()).isNotBlank();
            default -> {
                assertThat(change.postId()).isNotBlank();
                assertThat(change.content()).isNotNull();
                assertThat(change.createdAt()).isNotNull();
            }
        }
    }

    private static PostFormat format(String name) {
        return FORMATS.named(name).orElseThrow();
    }
}
