package io.groundswell.trends.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groundswell.job.PlatformException;
import io.groundswell.model.RuleChange;
import io.groundswell.table.Micros;
import io.groundswell.trends.rule.Blocks.Stretch;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Moments are seconds since 1970. */
class RulesTest {

    private static RuleChange begins(String id, long second, String action, String kind, String value) {
        return change(id, second, action, kind, null, value, false);
    }

    private static RuleChange ends(RuleChange rule, long second) {
        return change(rule.ruleId(), second, rule.action(), rule.kind(), rule.source(), rule.value(), true);
    }

    private static RuleChange change(
            String id, long second, String action, String kind, String source, String value, boolean isEnd) {
        return new RuleChange(
                id, action, kind, source, value, null, null, null, Instant.ofEpochSecond(second), isEnd, Instant.EPOCH);
    }

    private static long at(long second) {
        return Micros.of(Instant.ofEpochSecond(second));
    }

    private static Stream<String> ids(Rules rules, long second) {
        return rules.at(at(second)).stream().map(RuleChange::ruleId);
    }

    private static Stretch stretch(long after, long through, boolean isBlocked) {
        return new Stretch(after, through, isBlocked);
    }

    private static final RuleChange MONDAY = begins("r1", 100, "mute", "hashtag", "monday");
    private static final RuleChange SPAM = begins("r2", 200, "block", "pattern", "(?i)buy now");

    @Test
    void holdsFromItsMomentOnToBeforeItsEnd() {
        Rules rules = Rules.of(List.of(MONDAY, SPAM, ends(MONDAY, 300)));

        assertThat(ids(rules, 99)).isEmpty();
        assertThat(ids(rules, 100)).containsExactly("r1");
        assertThat(ids(rules, 299)).containsExactly("r1", "r2");
        assertThat(ids(rules, 300)).containsExactly("r2");
    }

    @Test
    void hangsOnNoOrderOfTheRows() {
        List<RuleChange> rows = new java.util.ArrayList<>(List.of(
                MONDAY, ends(MONDAY, 300), SPAM, begins("r1", 400, "mute", "hashtag", "friday"), ends(SPAM, 500)));
        Rules inOrder = Rules.of(rows);
        Collections.reverse(rows);

        assertThat(Rules.of(rows)).isEqualTo(inOrder);
        assertThat(inOrder.at(at(450))).extracting(RuleChange::value).containsExactly("(?i)buy now", "friday");
    }

    @Test
    void neverHoldsWhatEndsAsItBegins() {
        assertThat(Rules.of(List.of(MONDAY, ends(MONDAY, 100))).all()).isEmpty();
    }

    @Test
    void leavesOutWhatDoesNotHoldDuringAnInterval() {
        Rules rules = Rules.of(List.of(MONDAY, SPAM, ends(MONDAY, 300)));

        assertThat(rules.during(at(0), at(100)).all()).hasSize(1);
        assertThat(rules.during(at(0), at(100) - 1).isEmpty()).isTrue();
        assertThat(rules.during(at(300) - 2, at(400)).all()).hasSize(2);
        assertThat(rules.during(at(300) - 1, at(400)).all()).hasSize(1);
    }

    @Test
    void blocksAnAuthorInTheNamedFeedAlone() {
        Blocks ofX = Rules.of(List.of(change("r1", 100, "block", "author", "x", "7", false)))
                .blocks();
        Blocks ofAll =
                Rules.of(List.of(begins("r1", 100, "block", "author", "7"))).blocks();

        assertThat(ofX.of("x", "7", "hello")).hasSize(2);
        assertThat(ofX.of("bluesky", "7", "hello")).isEmpty();
        assertThat(ofX.of("x", null, "hello")).isEmpty();
        assertThat(ofX.of("x", "7", null)).isEmpty();
        assertThat(ofAll.of("bluesky", "7", "hello")).hasSize(2);
    }

    @Test
    void partsAllTimeIntoBlockedAndFree() {
        RuleChange author = begins("r3", 300, "block", "author", "7");
        Blocks blocks = Rules.of(List.of(SPAM, ends(SPAM, 400), author, ends(author, 500)))
                .blocks();

        assertThat(blocks.of("x", "7", "Buy now!"))
                .containsExactly(
                        stretch(Long.MIN_VALUE, at(200) - 1, false),
                        stretch(at(200) - 1, at(400) - 1, true),
                        stretch(at(400) - 1, at(500) - 1, true),
                        stretch(at(500) - 1, Long.MAX_VALUE, false));
        assertThat(blocks.of("x", "8", "hello")).isEmpty();
    }

    @Test
    void mutesTermsByNameAndByPattern() {
        Mutes mutes = Rules.of(List.of(MONDAY, begins("r2", 200, "mute", "pattern", "^mon")))
                .mutes();

        assertThat(mutes.of("hashtag", "monday").by(at(100))).isEqualTo("r1");
        assertThat(mutes.of("hashtag", "monday").by(at(99))).isNull();
        assertThat(mutes.of("word", "monday").by(at(199))).isNull();
        assertThat(mutes.of("word", "monday").by(at(200))).isEqualTo("r2");
        assertThat(mutes.of("word", "lemon").by(at(200))).isNull();
    }

    @Test
    void watchesATermByTheRuleThatBeganLast() {
        Watches watches = Rules.of(List.of(
                        begins("r1", 100, "watch", "hashtag", "storm"),
                        begins("r2", 200, "watch", "hashtag", "storm"),
                        change("r2", 300, "watch", "hashtag", null, "storm", true)))
                .watches();

        assertThat(watches.of("hashtag", "storm", at(99))).isNull();
        assertThat(watches.of("hashtag", "storm", at(100)).inForce().ruleId()).isEqualTo("r1");
        assertThat(watches.of("hashtag", "storm", at(200)).inForce().ruleId()).isEqualTo("r2");
        assertThat(watches.of("hashtag", "storm", at(300)).inForce().ruleId()).isEqualTo("r1");
        assertThat(watches.of("word", "storm", at(200))).isNull();
        assertThat(watches.leastAuthors("hashtag", "storm", 5)).isEqualTo(5);
    }

    @Test
    void namesTheRuleWhosePatternCannotBeRead() {
        Rules rules = Rules.of(List.of(begins("r9", 0, "mute", "pattern", "(open")));

        assertThatThrownBy(rules::mutes)
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("r9")
                .message()
                .doesNotContain("(open");
    }
}
