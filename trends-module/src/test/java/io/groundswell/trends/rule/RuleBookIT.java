package io.groundswell.trends.rule;

import static io.groundswell.testing.Posts.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groundswell.job.Lease;
import io.groundswell.job.PlatformException;
import io.groundswell.model.RuleChange;
import io.groundswell.table.Catalogue;
import io.groundswell.table.CommitTag;
import io.groundswell.table.Lake;
import io.groundswell.table.Micros;
import io.groundswell.table.Table;
import io.groundswell.testing.SparkTest;
import io.groundswell.trends.DetectTrends;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkTest.class)
class RuleBookIT {
    private static final Rule MONDAY = new Rule("mute", "hashtag", null, "monday");
    private static final Rule SPAM = new Rule("block", "pattern", null, "(?i)buy now");

    @TempDir
    private Path folder;

    private RuleBook book(RuleSettings settings) {
        return new RuleBook(new Lake(folder.toString()), settings, Clock.fixed(NOON, ZoneOffset.UTC));
    }

    private RuleBook book() {
        return book(RuleSettings.DEFAULT);
    }

    private void decideThrough(SparkSession spark, Instant moment) {
        Table counts = new Lake(folder.toString()).table(Catalogue.TERM_COUNTS);
        counts.createIfAbsent(spark);
        counts.append(
                spark.createDataFrame(List.of(), counts.spec().schema()),
                new CommitTag(DetectTrends.NAME, Micros.of(moment), null));
    }

    @Test
    void givesAWatchedTermOtherThresholdsOnceItsWatchHasEnded(SparkSession spark) {
        Rule low = new Rule("watch", "hashtag", null, "quake", 2.0, 2);
        Rule high = new Rule("watch", "hashtag", null, "quake", 5.0, null);
        book().add(spark, low, null, Optional.empty());

        assertThat(book().add(spark, low, null, Optional.empty()).isNew()).isFalse();
        assertThatThrownBy(() -> book().add(spark, high, null, Optional.empty()))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("rules end r1");
        book().end(spark, "r1", null, Optional.empty());
        assertThat(book().add(spark, high, null, Optional.empty()).change().ruleId())
                .isEqualTo("r2");
    }

    @Test
    void addsAndEndsRulesOnce(SparkSession spark) {
        RuleBook.Entry added = book().add(spark, MONDAY, "each Monday", Optional.empty());
        RuleBook.Entry again = book().add(spark, MONDAY, null, Optional.empty());
        RuleBook.Entry other = book().add(spark, SPAM, null, Optional.of(NOON.plusSeconds(60)));
        RuleBook.Entry ended = book().end(spark, "r1", null, Optional.of(NOON.plusSeconds(30)));
        RuleBook.Entry endedAgain = book().end(spark, "r1", null, Optional.empty());
        RuleBook.Entry neverHeld = book().end(spark, "r2", null, Optional.empty());

        assertThat(added.change().ruleId()).isEqualTo("r1");
        assertThat(added.change().effectiveAt()).isEqualTo(NOON.plusSeconds(10));
        assertThat(again.isNew()).isFalse();
        assertThat(again.change()).isEqualTo(added.change());
        assertThat(other.change().ruleId()).isEqualTo("r2");
        assertThat(ended.isNew()).isTrue();
        assertThat(endedAgain.isNew()).isFalse();
        assertThat(neverHeld.change().effectiveAt()).isEqualTo(NOON.plusSeconds(60));
        List<RuleChange> rows = new RuleTable(new Lake(folder.toString())).changes(spark);
        assertThat(rows).hasSize(4);
        assertThat(Rules.of(rows).all()).singleElement().satisfies(held -> {
            assertThat(held.rule()).isEqualTo(added.change());
            assertThat(held.inForce())
                    .isEqualTo(new InForce("r1", Micros.of(NOON.plusSeconds(10)), Micros.of(NOON.plusSeconds(30))));
        });
    }

    @Test
    void neverChangesWhatIsDecided(SparkSession spark) {
        Instant decided = NOON.plusSeconds(20);
        decideThrough(spark, decided);

        assertThatThrownBy(() -> book().add(spark, MONDAY, null, Optional.of(decided)))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("are made")
                .hasMessageContaining("--from");
        assertThat(book().add(spark, MONDAY, null, Optional.empty()).change().effectiveAt())
                .isAfter(decided);
    }

    @Test
    void waitsWithThePastWhileItIsDecided(SparkSession spark) {
        Lake lake = new Lake(folder.toString());
        try (Lease running = Lease.take(lake, DetectTrends.NAME)) {
            assertThatThrownBy(() -> book().add(spark, MONDAY, null, Optional.of(NOON.plusSeconds(9))))
                    .isInstanceOfSatisfying(PlatformException.class, e -> assertThat(e.exitCode())
                            .isEqualTo(75));
            assertThat(book().add(spark, MONDAY, null, Optional.empty()).isNew())
                    .isTrue();
        }
        assertThat(book().add(spark, SPAM, null, Optional.of(NOON.minusSeconds(1)))
                        .isNew())
                .isTrue();
    }

    @Test
    void refusesWhatIsTooMuch(SparkSession spark) {
        RuleBook small = book(new RuleSettings(2, 1, 12));
        small.add(spark, SPAM, null, Optional.empty());

        assertThatThrownBy(() -> small.add(spark, new Rule("block", "pattern", null, "x"), null, Optional.empty()))
                .hasMessageContaining("rules.max-patterns");
        assertThatThrownBy(() ->
                        small.add(spark, new Rule("block", "pattern", null, "(?i)buy later"), null, Optional.empty()))
                .hasMessageContaining("rules.max-pattern-length");
        small.add(spark, MONDAY, null, Optional.empty());
        assertThatThrownBy(() -> small.add(spark, new Rule("mute", "word", null, "x"), null, Optional.empty()))
                .hasMessageContaining("rules.max-rules");
        assertThatThrownBy(() -> small.end(spark, "r7", null, Optional.empty())).hasMessageContaining("r7");
    }

    @Test
    void refusesWhatCannotBeRuled() {
        assertThatThrownBy(() -> new Rule("hide", "word", null, "x")).hasMessageContaining("block, mute and watch");
        assertThatThrownBy(() -> new Rule("block", "word", null, "x")).hasMessageContaining("author, pattern");
        assertThatThrownBy(() -> new Rule("mute", "author", null, "x")).hasMessageContaining("hashtag");
        assertThatThrownBy(() -> new Rule("mute", "word", "x", "x")).hasMessageContaining("source");
        assertThatThrownBy(() -> new Rule("mute", "word", null, " ")).hasMessageContaining("empty");
        assertThatThrownBy(() -> new Rule("watch", "pattern", null, "x")).hasMessageContaining("hashtag");
        assertThatThrownBy(() -> new Rule("mute", "word", null, "x", 3.0, null)).hasMessageContaining("watch alone");
        assertThatThrownBy(() -> new Rule("watch", "word", null, "x", 0.0, null))
                .hasMessageContaining("above 0");
        assertThatThrownBy(() -> new Rule("watch", "word", null, "x", null, 0)).hasMessageContaining("1 or more");
    }
}
