package io.groundswell.trends;

import io.groundswell.table.Catalogue;
import io.groundswell.table.Commit;
import io.groundswell.table.Lake;
import io.groundswell.trends.DecidedThrough.Read;
import io.groundswell.trends.calibrate.KnownCalibrations;
import io.groundswell.trends.count.Decisions;
import io.groundswell.trends.count.Interval;
import io.groundswell.trends.rule.Rules;
import io.groundswell.trends.score.Alarm;
import io.groundswell.trends.score.Holes;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;

/**
 * Makes all decisions that are due, as often as it is asked: what is due is read from the tables
 * alone, of ops.frontiers first as they are and then as its rows come.
 *
 * <p>Each table says how far it has been decided. Counts come first, then trends, then stories; a crash between two commits
 * leaves what follows behind, and the next run first makes that up, of the posts that what is there was made of: the
 * note of its commit names the version of the posts' table.
 */
final class Decider {
    /**
     * Of some 15,000 posts and a million counts. Windows of as many posts, one after another from the start of a job, took
     * 12.3, 7.1, 7.5 and 6.8 s interpreted, and 14.4, 8.5, 7.8 and 7.1 s with code, which is generated anew for each: the
     * bounds of a decision are literals in it. Ten times as many take twice as long interpreted.
     */
    private static final Small SMALL = new Small(3_000_000, 12_000_000);

    private final Lake lake;
    private final TrendSettings settings;
    private final SparkSession spark;
    private final SparkSession interpreting;
    private final Small small;
    private final DecidedThrough decidedThrough = new DecidedThrough(DetectTrends.NAME);
    private final KnownChanges known;
    private final KnownRules knownRules;
    private final KnownFrontiers knownFrontiers = new KnownFrontiers();
    private final KnownHoles knownHoles;
    private final KnownCalibrations knownCalibrations;
    private long counted;
    private long scored;
    private long told;
    private boolean isAsked;
    private Tally tally = Tally.NONE;

    /** @param interpreting a session beside the other, for what is small */
    Decider(Lake lake, TrendSettings settings, SparkSession spark, SparkSession interpreting) {
        this(lake, settings, spark, interpreting, SMALL);
    }

    Decider(Lake lake, TrendSettings settings, SparkSession spark, SparkSession interpreting, Small small) {
        this.lake = lake;
        this.settings = settings;
        this.spark = spark;
        this.interpreting = interpreting;
        this.small = small;
        this.known = new KnownChanges(lake, settings.widthSeconds());
        this.knownRules = new KnownRules(lake);
        this.knownHoles = new KnownHoles(lake);
        this.knownCalibrations = new KnownCalibrations(lake, settings);
        look();
    }

    /**
     * Of how many stored bytes a decision is small.
     *
     * @param changes of silver.post_changes that it reads
     * @param counts of all of gold.term_counts, most of which it reads
     */
    record Small(long changes, long counts) {}

    /** Asks the tables how far they are decided, since others may have come into force, and how far all is received. */
    void look() {
        counted = decidedThrough.of(lake.table(Catalogue.TERM_COUNTS), spark);
        scored = decidedThrough.of(lake.table(Catalogue.TRENDS), spark);
        told = decidedThrough.of(lake.table(Catalogue.STORIES), spark);
        knownFrontiers.add(lake.table(Catalogue.FRONTIERS)
                .read(interpreting)
                .transform(new ReceivedThrough(counted)::apply)
                .collectAsList());
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
        if (told < scored) {
            tellAgain();
        }
        if (scored < counted) {
            scoreAgain();
        }
        OptionalLong watermark = knownFrontiers.watermark();
        if (watermark.isPresent()) {
            Interval due = new Interval(counted, Decisions.newestDue(settings.widthSeconds(), watermark.getAsLong()));
            if (!due.isEmpty()) {
                decide(due);
            }
        }
    }

    /** Takes in new rows of ops.frontiers, and says in the log which archives, closed in them, hold posts that are counted nowhere. */
    void receive(Dataset<Row> frontiers) {
        List<Row> rows = frontiers.coalesce(1).collectAsList();
        List<Row> received = interpreting
                .createDataFrame(rows, frontiers.schema())
                .transform(new ReceivedThrough(Interval.NOTHING_DECIDED)::apply)
                .collectAsList();
        new LateArchives(lake, settings.widthSeconds())
                .report(
                        spark,
                        received,
                        counted,
                        () -> decidedThrough.readBy(lake.table(Catalogue.TERM_COUNTS), spark));
        knownFrontiers.add(received);
    }

    private void decide(Interval due) {
        // After the watermark: what it lets pass has landed in these versions.
        Read read = new Read(known.newest(spark), knownHoles.newest(spark));
        SparkSession session = session(due);
        Rules rules = rules(due);
        Holes holes = knownHoles.of(interpreting, read.gaps());
        Dataset<Row> posts =
                known.posts(session, due, read.changes(), rules.blocks()).persist(StorageLevel.MEMORY_AND_DISK());
        try {
            long windows = new CountDecisions(lake, settings, holes)
                    .commit(session, due, posts, decidedThrough.tag(due.through(), read));
            counted = due.through();
            tally = tally.plus(Tally.counted(windows, Commit.newestRows(lake.table(Catalogue.TERM_COUNTS), spark)));
            score(session, due, posts, read, rules, holes);
        } finally {
            posts.unpersist();
        }
    }

    /** Returns the session in which an interval's decisions are made sooner. */
    SparkSession session(Interval due) {
        OptionalLong counts = lake.table(Catalogue.TERM_COUNTS).storedBytes(spark);
        boolean isSmall = counts.isPresent()
                && counts.getAsLong() <= small.counts()
                && known.bytes(interpreting, due) <= small.changes();
        return isSmall ? interpreting : spark;
    }

    private void scoreAgain() {
        Interval due = new Interval(scored, counted);
        Optional<Read> noted = decidedThrough.readBy(lake.table(Catalogue.TERM_COUNTS), spark);
        Read read = noted.orElseGet(() -> new Read(Read.UNKNOWN, knownHoles.newest(spark)));
        Rules rules = rules(due); // those of the counts: what is added later holds later
        SparkSession session = session(due);
        Dataset<Row> posts = known.postsAgain(session, due, read.changes(), rules.blocks());
        score(session, due, posts, read, rules, knownHoles.of(interpreting, read.gaps()));
    }

    private void tellAgain() {
        Interval due = new Interval(told, scored);
        Read read = decidedThrough
                .readBy(lake.table(Catalogue.TRENDS), spark)
                .orElseGet(() -> new Read(Read.UNKNOWN, knownHoles.newest(spark)));
        Rules rules = rules(due);
        SparkSession session = session(due);
        Dataset<Row> posts = known.postsAgain(session, due, read.changes(), rules.blocks());
        new StoryDecisions(lake, settings.windows(), due)
                .tellAgain(session, posts, decidedThrough.tag(due.through(), read));
        told = due.through();
    }

    private Rules rules(Interval due) {
        return knownRules.of(interpreting, due.after(), due.through());
    }

    private void score(SparkSession session, Interval due, Dataset<Row> posts, Read read, Rules rules, Holes holes) {
        Alarm alarm = new Alarm(settings, knownCalibrations.thresholds(interpreting), rules.watches());
        TrendDecisions.Written written = new TrendDecisions(lake, alarm, rules.mutes(), holes)
                .commit(session, due, posts, decidedThrough.tag(due.through(), read));
        scored = due.through();
        told = due.through();
        tally = tally.plus(Tally.scored(written.trends(), written.alarms()));
    }
}
