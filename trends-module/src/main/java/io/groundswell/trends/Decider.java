package io.groundswell.trends;

import io.groundswell.table.Catalogue;
import io.groundswell.table.Commit;
import io.groundswell.table.Lake;
import io.groundswell.trends.count.Decisions;
import io.groundswell.trends.count.Interval;
import io.groundswell.trends.rule.Rules;
import java.util.List;
import java.util.OptionalLong;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;

/**
 * Makes all decisions that are due, as often as it is asked: what is due is read from the tables alone.
 *
 * <p>Each table says how far it has been decided. Counts come first; a crash between the two commits leaves trends
 * behind, and the next run first scores what has been counted already, of the posts that the counts were made of: the
 * note of their commit names the version of the posts' table.
 */
final class Decider {
    private final Lake lake;
    private final TrendSettings settings;
    private final SparkSession spark;
    private final DecidedThrough decidedThrough = new DecidedThrough(DetectTrends.NAME);
    private final KnownChanges known;
    private final KnownRules knownRules;
    private long counted;
    private long scored;
    private boolean isAsked;
    private Tally tally = Tally.NONE;

    Decider(Lake lake, TrendSettings settings, SparkSession spark) {
        this.lake = lake;
        this.settings = settings;
        this.spark = spark;
        this.known = new KnownChanges(lake, settings.widthSeconds());
        this.knownRules = new KnownRules(lake);
        this.counted = decidedThrough.of(lake.table(Catalogue.TERM_COUNTS), spark);
        this.scored = decidedThrough.of(lake.table(Catalogue.TRENDS), spark);
    }

    /** Returns what has been written. */
    Tally tally() {
        return tally;
    }

    /** Makes the decisions that are due, unless that was asked for before. */
    void decideUnlessAsked() {
        if (!isAsked) {
            decide();
        }
    }

    /** Makes the decisions that are due by now. */
    void decide() {
        isAsked = true;
        if (scored < counted) {
            scoreAgain();
        }
        OptionalLong watermark = watermark();
        if (watermark.isPresent()) {
            Interval due = new Interval(counted, Decisions.newestDue(settings.widthSeconds(), watermark.getAsLong()));
            if (!due.isEmpty()) {
                decide(due);
            }
        }
    }

    /** Says in the log which archives, closed in these rows of ops.frontiers, hold posts that are counted nowhere. */
    void lookFor(Dataset<Row> frontiers) {
        new LateArchives(lake, settings.widthSeconds())
                .report(frontiers, counted, () -> decidedThrough.readBy(lake.table(Catalogue.TERM_COUNTS), spark));
    }

    private void decide(Interval due) {
        long version = known.newest(spark); // after the watermark: what it lets pass has landed in this version
        Rules rules = rules(due);
        Dataset<Row> posts = known.posts(spark, due, version, rules.blocks()).persist(StorageLevel.MEMORY_AND_DISK());
        try {
            long windows = new CountDecisions(lake, settings)
                    .commit(spark, due, posts, decidedThrough.tag(due.through(), version));
            counted = due.through();
            tally = tally.plus(Tally.counted(windows, Commit.newestRows(lake.table(Catalogue.TERM_COUNTS), spark)));
            score(due, posts, version, rules);
        } finally {
            posts.unpersist();
        }
    }

    private void scoreAgain() {
        Interval due = new Interval(scored, counted);
        OptionalLong version = decidedThrough.readBy(lake.table(Catalogue.TERM_COUNTS), spark);
        Rules rules = rules(due); // those of the counts: what is added later holds later
        score(due, known.postsAgain(spark, due, version, rules.blocks()), version.orElse(-1), rules);
    }

    private Rules rules(Interval due) {
        return knownRules.of(spark, due.after(), due.through());
    }

    private void score(Interval due, Dataset<Row> posts, long version, Rules rules) {
        TrendDecisions.Written written = new TrendDecisions(lake, settings, rules.mutes())
                .commit(spark, due, posts, decidedThrough.tag(due.through(), version));
        scored = due.through();
        tally = tally.plus(Tally.scored(written.trends(), written.alarms()));
    }

    private OptionalLong watermark() {
        List<Long> throughs = lake.table(Catalogue.FRONTIERS)
                .read(spark)
                .transform(new ReceivedThrough(counted)::apply)
                .select("through")
                .as(Encoders.LONG())
                .collectAsList();
        return ReceivedThrough.watermark(throughs);
    }
}
