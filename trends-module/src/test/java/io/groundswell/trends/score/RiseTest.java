package io.groundswell.trends.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.trends.count.Decisions;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RiseTest {
    private static final int WIDTH = 300;
    private static final long STEP = Decisions.widthMicros(WIDTH);
    private static final long SCOPE_AUTHORS = 1000;
    private static final int NOW = 40;
    private static final int DAY = 288;

    /** Two of the thousand authors of a window use the term as a rule. */
    private final long[] voices = new long[NOW + 1];

    private double learned = 600;
    private double exposure = 300_000;
    private int knownFrom;
    private int habitFrom;
    private int habitUntil;

    private final class Counts implements Rise.Past {
        @Override
        public boolean isKnown(long window) {
            return window >= knownFrom * STEP;
        }

        @Override
        public long voices(long from, long until, long most) {
            return Arrays.stream(voices, (int) (from / STEP), (int) (until / STEP))
                    .map(each -> Math.min(each, most))
                    .sum();
        }

        @Override
        public boolean hasPast(long window) {
            return window > 0;
        }

        @Override
        public long scopeAuthors(long from, long until) {
            return (until - from) / STEP * SCOPE_AUTHORS;
        }

        @Override
        public Season season(long first, long last) {
            return Season.of(new Habit(), first, last, WIDTH);
        }

        @Override
        public double rate(long window) {
            return learned / exposure;
        }

        @Override
        public Baseline before(long window, long scopeAuthors, Season season) {
            return Baseline.of(learned, exposure, scopeAuthors, 1.0 / 8, season);
        }
    }

    /** What was said on each day before: nothing, unless a test says so. */
    private final class Habit implements Season.Past {
        @Override
        public double authors(long from, long until) {
            return (int) LongStream.range(Math.floorDiv(from, STEP), Math.floorDiv(until, STEP))
                            .map(window -> Math.floorMod(window, DAY))
                            .filter(window -> window >= habitFrom && window < habitUntil)
                            .count()
                    * 9.0;
        }

        @Override
        public long scopeAuthors(long from, long until) {
            return Math.floorDiv(until - from, STEP) * SCOPE_AUTHORS;
        }
    }

    private Rise rise() {
        return Rise.upTo(NOW * STEP, WIDTH, new Counts(), voices[NOW], SCOPE_AUTHORS);
    }

    private double evidenceOfTheWindowAlone() {
        return new Counts().before(NOW * STEP, SCOPE_AUTHORS, Season.NONE).evidence(voices[NOW]);
    }

    private void say(int windows, long each) {
        Arrays.fill(voices, 2);
        Arrays.fill(voices, NOW - windows + 1, NOW + 1, each);
    }

    @Test
    void findsInManyWindowsWhatNoneTellsAlone() {
        say(9, 9);

        assertThat(evidenceOfTheWindowAlone()).isLessThan(4);
        assertThat(rise().windows()).isEqualTo(9);
        assertThat(rise().evidence()).isGreaterThan(4);
    }

    @Test
    void isNoSurpriseWhereAllIsAsEver() {
        say(9, 2);

        assertThat(rise().evidence()).isLessThan(1);
    }

    @Test
    void tellsABurstNoBetterThanItsWindow() {
        say(1, 40);

        assertThat(rise().evidence()).isLessThan(evidenceOfTheWindowAlone());
    }

    @Test
    void isWorthLittleMoreTheLongerItLasts() {
        say(30, 40);

        assertThat(rise().windows()).isEqualTo(27);
        assertThat(rise().evidence()).isBetween(4.0, evidenceOfTheWindowAlone());
    }

    @Test
    void takesNoBurstThatIsOverForARise() {
        Arrays.fill(voices, 2);
        voices[NOW - 10] = 400;
        voices[NOW] = 8;

        assertThat(rise().evidence()).isLessThan(evidenceOfTheWindowAlone());
    }

    @Test
    void takesNoLongBurstThatIsOverForARise() {
        Arrays.fill(voices, 1);
        Arrays.fill(voices, NOW - 26, NOW - 14, 60);
        voices[NOW] = 6;

        assertThat(rise().evidence()).isLessThan(evidenceOfTheWindowAlone());
    }

    @Test
    void isNoSurpriseWhereItComesEachDayAtThisHour() {
        say(9, 9);
        assertThat(rise().evidence()).isGreaterThan(4);

        habitFrom = NOW - 8;
        habitUntil = NOW + 1;
        assertThat(rise().evidence()).isLessThan(2);
    }

    @Test
    void isNoSurpriseWhereTheHabitOfEachDayHasEndedWithinTheRun() {
        Arrays.fill(voices, 2);
        Arrays.fill(voices, NOW - 20, NOW - 8, 9);
        voices[NOW] = 9;
        double unforeseen = rise().evidence();

        habitFrom = NOW - 20;
        habitUntil = NOW - 8;
        assertThat(rise().evidence()).isLessThan(unforeseen - 1);
    }

    @Test
    void isNoSurpriseWhereThePriorIsBelowWhatWasSeen() {
        Arrays.fill(voices, 20);
        learned = 20;
        exposure = 1000;

        assertThat(new Counts().before(0, 27 * SCOPE_AUTHORS, Season.NONE).evidence(27 * 20))
                .isGreaterThan(1.5);
        assertThat(rise().evidence()).isLessThan(1);
    }

    @Test
    void looksAtNoRunThatBeganBeforeAnythingWasKnown() {
        say(9, 8);
        knownFrom = NOW - 5;

        assertThat(rise().windows()).isEqualTo(5);
        knownFrom = NOW;
        assertThat(rise()).isEqualTo(Rise.NONE);
    }
}
