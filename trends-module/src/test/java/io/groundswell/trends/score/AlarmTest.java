package io.groundswell.trends.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.model.RuleChange;
import io.groundswell.trends.TrendSettings;
import io.groundswell.trends.rule.Rules;
import io.groundswell.trends.rule.Watches;
import io.groundswell.trends.score.Alarm.Case;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlarmTest {
    private static final Baseline QUIET = new Baseline(0.5, 0.5);
    private static final boolean KNOWN = true;
    private static final TrendSettings SETTINGS = TrendSettings.DEFAULT;
    private static final Bar SIX = bar(Threshold.uncalibrated(6));
    private static final TermKey STORM = new TermKey(300, "all", "hashtag", "storm");

    private final Alarm alarm = new Alarm(SETTINGS);

    private static Bar bar(Threshold threshold) {
        return new Bar(
                threshold,
                SETTINGS.minAuthors(),
                SETTINGS.maxTopAuthorShare(),
                SETTINGS.minTexts(),
                threshold.isCalibrated(),
                null);
    }

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

        assertThat(alarm.isRaised(weak, bar(new Threshold(evidence, 1.0, 7)))).isTrue();
        assertThat(alarm.isRaised(weak, bar(new Threshold(evidence + 0.01, 1.0, 7))))
                .isFalse();
        assertThat(alarm.unmet(weak, bar(new Threshold(evidence, 1.0, 7)))).isEmpty();
    }

    @Test
    void isRaisedByARiseWhereTheWindowAloneIsTooWeak() {
        Case weak = new Case(QUIET, of(12), KNOWN, false);

        assertThat(alarm.isRaised(weak.rising(new Rise(6, 9)), SIX)).isTrue();
        assertThat(alarm.unmet(weak.rising(new Rise(6, 9)), SIX)).isEmpty();
        assertThat(alarm.unmet(weak.rising(new Rise(5.9, 9)), SIX)).containsExactly(Condition.EVIDENCE);
    }

    @Test
    void isNotRaisedByARiseOfAWindowThatIsNoThreefold() {
        Case steady = new Case(new Baseline(20, 8), of(40), KNOWN, false);

        assertThat(alarm.unmet(steady.rising(new Rise(9, 27)), SIX)).containsExactly(Condition.LIFT);
    }

    private static Bar watchedFrom(long second, Double minEvidence, Integer minAuthors, long moment) {
        RuleChange watch = new RuleChange(
                "r1",
                "watch",
                "hashtag",
                null,
                "storm",
                minEvidence,
                minAuthors,
                null,
                Instant.ofEpochSecond(second),
                false,
                Instant.EPOCH);
        Watches watches = Rules.of(List.of(watch)).watches();
        return new Alarm(SETTINGS, Thresholds.uncalibrated(SETTINGS), watches).bar(STORM, moment);
    }

    @Test
    void asksOfAWatchedTermWhatItsRuleSays() {
        Bar usual = bar(Threshold.uncalibrated(SETTINGS.minEvidence()));
        long before = 99_999_999;
        long since = 100_000_000;

        assertThat(watchedFrom(100, 2.5, 2, before)).isEqualTo(usual);
        assertThat(watchedFrom(100, 2.5, 2, since))
                .isEqualTo(new Bar(Threshold.uncalibrated(2.5), 2, 2.0 / 3, 2, false, "r1"));
        assertThat(watchedFrom(100, null, null, since)).isEqualTo(usual.watchedBy("r1"));
        assertThat(watchedFrom(100, 9.0, 50, since).texts()).isEqualTo(SETTINGS.minTexts());
        assertThat(watchedFrom(100, null, 2, since).threshold()).isEqualTo(usual.threshold());
    }

    @Test
    void isRaisedByFewAuthorsOfAWatchedTermUnlessOneOfThemWroteMost() {
        Baseline unheardOf = new Baseline(0.01, 0.5);
        Bar watched = watchedFrom(100, 2.5, 2, 100_000_000);
        Case few = new Case(unheardOf, new Counted(3, 2, 2, 2), KNOWN, false);

        assertThat(alarm.isRaised(few, SIX)).isFalse();
        assertThat(alarm.isRaised(few, watched)).isTrue();
        assertThat(alarm.unmet(new Case(unheardOf, new Counted(4, 2, 3, 2), KNOWN, false), watched))
                .containsExactly(Condition.TOP_AUTHOR_SHARE);
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
