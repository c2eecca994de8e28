package io.groundswell.ingest.land;

import static io.groundswell.ingest.XFrames.NOON;
import static io.groundswell.ingest.XFrames.deletion;
import static io.groundswell.ingest.XFrames.envelope;
import static io.groundswell.ingest.XFrames.idAt;
import static io.groundswell.ingest.XFrames.post;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.ingest.parse.ChangeColumns;
import io.groundswell.ingest.parse.ColumnSettings;
import io.groundswell.ingest.parse.PostFormats;
import io.groundswell.model.Position;
import io.groundswell.table.Micros;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FrameReadingTest {
    private static final Position HERE = new Position("a", 7);
    private static final Instant NOW = NOON.plus(Duration.ofHours(1));
    private static final PostFormats FORMATS = new PostFormats(ColumnSettings.DEFAULT, ChangeColumns.DEFAULT);
    private static final FrameReading ARCHIVE = ArchivedFrames.of("x", "x", FORMATS, Optional.empty(), NOW);
    private static final FrameReading SPOOL = SpooledFrames.of("x", "x", FORMATS, NOW);

    @Test
    void replaysAChangeWhenItWasMade() {
        Instant later = NOON.plusSeconds(60);
        ParsedFrame edit = archived(post("9").at(later).editOf(idAt(NOON)).json());

        assertThat(edit.receivedMicros()).isEqualTo(Micros.of(later));
        assertThat(edit.createdMicros()).isEqualTo(Micros.of(NOON));
        assertThat(edit.lateBy()).isEqualTo(60_000);
        assertThat(archived(deletion("1", later)).receivedMicros()).isEqualTo(Micros.of(later));
    }

    @Test
    void replaysNothingBeforeTheFrontierNorAfterNow() {
        FrameReading reading = ArchivedFrames.of("x", "x", FORMATS, Optional.of(NOON), NOW);

        assertThat(reading.read(HERE, bytes(post("1").at(NOON.minusSeconds(5)).json()), null)
                        .receivedMicros())
                .isEqualTo(Micros.of(NOON));
        assertThat(archived(post("1").at(NOW).json()).reason()).isNull();
        assertThat(archived(post("1").at(NOW.plusSeconds(1)).json()))
                .extracting(ParsedFrame::reason, ParsedFrame::field)
                .containsExactly("bad-time", "data.created_at");
        assertThat(archived(deletion("1", NOW.plusSeconds(1))))
                .extracting(ParsedFrame::reason, ParsedFrame::field)
                .containsExactly("bad-time", "data.delete.event_at");
    }

    @Test
    void rejectsADeletionOfUnknownTimeInAnArchiveAlone() {
        String frame = "{\"data\":{\"delete\":{\"tweet\":{\"id\":\"1\"}}}}";

        assertThat(archived(frame))
                .extracting(ParsedFrame::reason, ParsedFrame::field)
                .containsExactly("missing-field", "data.delete.event_at");
        assertThat(spooled(NOON, frame).op()).isEqualTo("deleted");
    }

    @Test
    void receivesAFrameWithoutEnvelopeWhenItsTransportSays() {
        FrameReading reading = StampedFrames.of("x", "x", FORMATS, NOW);
        byte[] frame = bytes(post("1").json());

        assertThat(reading.read(HERE, frame, Micros.of(NOON)))
                .extracting(ParsedFrame::source, ParsedFrame::format, ParsedFrame::receivedMicros, ParsedFrame::postId)
                .containsExactly("x", "x", Micros.of(NOON), "1");
        for (Long stamp : new Long[] {null, -1L, Micros.of(NOW.plusSeconds(601))}) {
            assertThat(reading.read(HERE, frame, stamp))
                    .extracting(ParsedFrame::reason, ParsedFrame::receivedMicros)
                    .containsExactly("bad-time", null);
        }
    }

    @Test
    void clampsWhatIsWrittenMoreThanFiveMinutesAfterItWasReceived() {
        ParsedFrame within = spooled(NOON, post("1").at(NOON.plusSeconds(300)).json());
        ParsedFrame beyond = spooled(NOON, post("1").at(NOON.plusSeconds(301)).json());

        assertThat(within.isClamped()).isFalse();
        assertThat(within.createdMicros()).isEqualTo(Micros.of(NOON.plusSeconds(300)));
        assertThat(within.lateBy()).isEqualTo(-300_000);
        assertThat(beyond.isClamped()).isTrue();
        assertThat(beyond.createdMicros()).isEqualTo(Micros.of(NOON));
        assertThat(beyond.lateBy()).isEqualTo(-301_000);
    }

    @Test
    void givesARemovalThatTellsNoTimeTheOneAtWhichItWasReceived() {
        String frame = "{\"data\":{\"user_delete\":{\"user\":{\"id\":\"7\"}%s}}}";
        ParsedFrame untimed = spooled(NOON, frame.formatted(""));
        ParsedFrame timed = spooled(NOON, frame.formatted(",\"event_at\":\"2026-03-01T11:00:00Z\""));

        assertThat(untimed)
                .extracting(ParsedFrame::op, ParsedFrame::postId, ParsedFrame::authorId, ParsedFrame::version)
                .containsExactly("account_removed", null, "7", "2026-03-01T12:00:00Z");
        assertThat(untimed.createdMicros()).isNull();
        assertThat(timed.version()).isEqualTo("2026-03-01T11:00:00Z");
        assertThat(timed.lateBy()).isEqualTo(3_600_000);
        assertThat(archived(frame.formatted("")))
                .extracting(ParsedFrame::reason, ParsedFrame::field)
                .containsExactly("missing-field", "data.user_delete.event_at");
    }

    @Test
    void believesNoStampOfAnotherDay() {
        String frame = post("1").json();

        assertThat(spooled(NOW.plus(Duration.ofMinutes(10)), frame).reason()).isNull();
        assertThat(spooled(NOW.plus(Duration.ofMinutes(10)).plusSeconds(1), frame))
                .extracting(ParsedFrame::reason, ParsedFrame::field, ParsedFrame::receivedMicros)
                .containsExactly("bad-time", "received_at", null);
        assertThat(spooled(Instant.EPOCH.minusSeconds(1), frame).reason()).isEqualTo("bad-time");
    }

    @Test
    void keepsTheWholeLineOfABrokenEnvelope() {
        ParsedFrame rejected = SPOOL.read(HERE, bytes("{"), null);

        assertThat(rejected.reason()).isEqualTo("bad-envelope");
        assertThat(rejected.field()).isNull();
        assertThat(SPOOL.read(HERE, bytes("{\"received_at\":1,\"source\":{}}"), null)
                        .field())
                .isEqualTo("source");
        assertThat(rejected.source()).isEqualTo("x");
        assertThat(rejected.payload()).asString(UTF_8).isEqualTo("{");
    }

    @Test
    void rejectsALineThatTheSourceCouldNotRead() {
        assertThat(ARCHIVE.readBroken(HERE, bytes("x"), "truncated").reason()).isEqualTo("truncated");
        assertThat(SPOOL.readBroken(HERE, bytes("x"), "too-long").reason()).isEqualTo("too-long");
    }

    @Test
    void hasItsRowsInTheOrderOfTheSchema() throws ReflectiveOperationException {
        ParsedFrame frame = archived(post("1").tagged("t").json());

        RecordComponent[] components = ParsedFrame.class.getRecordComponents();
        assertThat(components).hasSize(frame.toRow().size());
        for (int i = 0; i < components.length; i++) {
            Object value = components[i].getAccessor().invoke(frame);
            Object wanted = value instanceof List<?> list ? list.toArray() : value;
            assertThat(frame.toRow().get(i)).as(components[i].getName()).isEqualTo(wanted);
        }
    }

    private static ParsedFrame archived(String frame) {
        return ARCHIVE.read(HERE, bytes(frame), null);
    }

    private static ParsedFrame spooled(Instant receivedAt, String frame) {
        return SPOOL.read(HERE, bytes(envelope(receivedAt, frame)), null);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
