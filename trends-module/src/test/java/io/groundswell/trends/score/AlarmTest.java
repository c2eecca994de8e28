package io.groundswell.trends.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.trends.TrendSettings;
import io.groundswell.trends.score.Alarm.Case;
import org.junit.jupiter.api.Test;

class AlarmTest {
    private static final Baseline QUIET = new Baseline(0.5, 0.5);
    private static final boolean KNOWN = true;
    private static final Threshold SIX = Threshold.uncalibrated(6);

    private final Alarm alarm = new Alarm(TrendSettings.DEFAULT);

    private boolean isRaised(Baseline baseline, Counted counted, boolean isKnown) {
        return alarm.isRaised(new Case(baseline, counted, isKnown, false), SIX);
    }

    private static Counted of(int authors) {
        return new Counted(authors, authors, 1, Math.min(authors, 64));
    }

    @Test
    void isRaisedByManyAuthorsOfManyTexts() {
        assertThat(isRaised(QUIET, new Counted(25, 20, 5, 18), KNOWN)).isTrue();
    }

    @Test
    void isNotRaisedByFewAuthors() {
        Baseline unheardOf = new Baseline(0.001, 0.5);
        assertThat(isRaised(unheardOf, new Counted(5, 5, 1, 5), KNOWN)).isTrue();
        assertThat(isRaised(unheardOf, new Counted(5, 4, 1, 5), KNOWN)).isFalse();
    }

    @Test
    void isNotRaisedByOneAuthorsPosts() {
        assertThat(isRaised(QUIET, new Counted(25, 20, 6, 18), KNOWN)).isFalse();
    }

    @Test
    void isNotRaisedByOneTextSentOften() {
        assertThat(isRaised(QUIET, new Counted(25, 20, 5, 2), KNOWN)).isFalse();
    }

    @Test
    void isNotRaisedByManyWhoRepeatAFewTexts() {
        assertThat(isRaised(QUIET, new Counted(90, 90, 1, 4), KNOWN)).isFalse();
    }

    @Test
    void isNotRaisedByASmallLiftHoweverSure() {
        Baseline steady = new Baseline(2000, 8000);
        assertThat(steady.evidence(of(5900))).isGreaterThan(6);
        assertThat(isRaised(steady, new Counted(5900, 5900, 1, 64), KNOWN)).isFalse();
        assertThat(isRaised(steady, new Counted(6000, 6000, 1, 64), KNOWN)).isTrue();
    }

    @Test
    void isNotRaisedByWeakEvidence() {
        assertThat(QUIET.evidence(of(17))).isLessThan(6);
        assertThat(isRaised(QUIET, of(17), KNOWN)).isFalse();
    }

    @Test
    void isRaisedByTheThresholdThatIsInForce() {
        Case weak = new Case(QUIET, of(17), KNOWN, false);
        double evidence = QUIET.evidence(of(17));

        assertThat(alarm.isRaised(weak, new Threshold(evidence, 1.0, 7))).isTrue();
        assertThat(alarm.isRaised(weak, new Threshold(evidence + 0.01, 1.0, 7))).isFalse();
        assertThat(alarm.unmet(weak, new Threshold(evidence, 1.0, 7))).isEmpty();
    }

    @Test
    void isNotRaisedBeforeTheScopeIsKnown() {
        assertThat(isRaised(QUIET, new Counted(25, 20, 5, 18), !KNOWN)).isFalse();
    }

    @Test
    void isNotRaisedInAMaskedWindow() {
        Counted enough = new Counted(25, 20, 5, 18);
        assertThat(alarm.isRaised(new Case(QUIET, enough, KNOWN, true), SIX)).isFalse();
    }

    @Test
    void tellsEachConditionThatIsNotMet() {
        assertThat(alarm.unmet(new Case(QUIET, new Counted(25, 20, 5, 18), KNOWN, false), SIX))
                .isEmpty();
        assertThat(alarm.unmet(new Case(new Baseline(2, 0.5), new Counted(10, 4, 5, 2), !KNOWN, true), SIX))
                .containsExactly(Condition.values());
        assertThat(alarm.unmet(new Case(QUIET, new Counted(25, 20, 6, 18), KNOWN, false), SIX))
                .containsExactly(Condition.TOP_AUTHOR_SHARE);
        assertThat(alarm.unmet(new Case(QUIET, of(17), KNOWN, false), SIX)).containsExactly(Condition.EVIDENCE);
    }
}
