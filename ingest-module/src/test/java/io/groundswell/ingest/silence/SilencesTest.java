package io.groundswell.ingest.silence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SilencesTest {
    private static final long SECOND = 1_000_000;
    private static final long NOON = 29_000_000 * Silences.MINUTE;

    private final SortedMap<Long, Received> minutes = new TreeMap<>();

    /** Receives so many changes in each of some whole minutes after noon, the last of them in their last second. */
    private SilencesTest receive(int fromMinute, int toMinute, long each) {
        for (int minute = fromMinute; minute < toMinute; minute++) {
            long start = NOON + minute * Silences.MINUTE;
            minutes.put(start / Silences.MINUTE, new Received(start, start + 59 * SECOND, each));
        }
        return this;
    }

    private List<Silence> silences() {
        return Silences.in(minutes, Long.MIN_VALUE);
    }

    private static Silence betweenMinutes(int from, int to) {
        return new Silence(NOON + from * Silences.MINUTE - SECOND, NOON + to * Silences.MINUTE);
    }

    @Test
    void tellsAnOutageOfABusySource() {
        assertThat(receive(0, 40, 100).receive(50, 60, 100).silences()).containsExactly(betweenMinutes(40, 50));
    }

    @Test
    void tellsEachPauseOfAMinuteOrMore() {
        receive(0, 40, 100).receive(41, 45, 100).receive(50, 51, 100);

        assertThat(silences()).containsExactly(betweenMinutes(40, 41), betweenMinutes(45, 50));
    }

    @Test
    void tellsNoShorterPause() {
        receive(0, 40, 100);
        long start = NOON + 40 * Silences.MINUTE + 58 * SECOND;
        minutes.put(start / Silences.MINUTE, new Received(start, start, 1));

        assertThat(silences()).isEmpty();
    }

    @Test
    void takesThePausesOfAQuietSourceForItsOwn() {
        assertThat(receive(0, 60, 59).receive(70, 71, 59).silences()).isEmpty();
        assertThat(receive(0, 60, 60).silences()).containsExactly(betweenMinutes(60, 70));
    }

    @Test
    void takesABurstForNoBusyHour() {
        assertThat(receive(0, 29, 1_000_000).receive(40, 41, 1).silences()).isEmpty();
        assertThat(receive(29, 30, 120).silences()).containsExactly(betweenMinutes(30, 40));
    }

    @Test
    void judgesByTheMinutesInWhichItCame() {
        receive(0, 40, 100).receive(130, 132, 100).receive(140, 141, 100);

        assertThat(silences()).containsExactly(betweenMinutes(40, 130), betweenMinutes(132, 140));
    }

    @Test
    void judgesByNoMinuteOfMoreThanADayBefore() {
        receive(0, 40, 100).receive(1450, 1452, 100).receive(1470, 1471, 100);

        assertThat(silences()).containsExactly(betweenMinutes(40, 1450));
    }

    @Test
    void takesThePausesOfASourceThatIsPolledForItsHabit() {
        for (int minute = 0; minute < 120; minute += 2) {
            receive(minute, minute + 1, 500);
        }
        assertThat(silences()).isEmpty();

        receive(140, 141, 500);
        assertThat(silences()).containsExactly(betweenMinutes(119, 140));
    }

    @Test
    void takesASourceThatHasGrownQuietForNoBusyOne() {
        receive(0, 40, 120).receive(40, 45, 29).receive(47, 48, 29);
        assertThat(silences()).isEmpty();

        minutes.clear();
        receive(0, 40, 120).receive(50, 51, 2).receive(55, 56, 120);
        assertThat(silences()).containsExactly(betweenMinutes(40, 50), betweenMinutes(51, 55));
    }

    @Test
    void leavesOutWhatWasLookedForBefore() {
        receive(0, 40, 100).receive(41, 45, 100).receive(50, 51, 100);

        assertThat(Silences.in(minutes, NOON + 41 * Silences.MINUTE + 1)).containsExactly(betweenMinutes(45, 50));
        assertThat(Silences.in(minutes, NOON + 41 * Silences.MINUTE)).hasSize(2);
    }

    @Test
    void tellsNothingOfASourceThatWasNeverReceived() {
        assertThat(silences()).isEmpty();
    }
}
