package io.groundswell.trends;

import io.groundswell.table.Commit;
import io.groundswell.table.CommitTag;
import io.groundswell.table.CommittedTags;
import io.groundswell.table.Table;
import io.groundswell.trends.count.Interval;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.SparkSession;

/**
 * The newest moment whose decisions a table holds. It is the transaction version of the commit that brought them, so it
 * moves with the rows or not at all, and Delta itself skips a commit that is already there.
 */
record DecidedThrough(String application) {

    /** A newer commit is one of compaction at most; more of them than this since the last run are not looked through. */
    private static final int COMMITS = 50;

    /** Returns the moment in microseconds since the epoch. */
    long of(Table table, SparkSession spark) {
        return CommittedTags.newest(table, application, spark).orElse(Interval.NOTHING_DECIDED);
    }

    /** Returns the tag of a commit, whose note says of what the decisions are made. */
    CommitTag tag(long through, Read read) {
        String gaps = read.gaps().isPresent() ? ",\"gaps\":" + read.gaps().getAsLong() : "";
        return new CommitTag(application, through, head() + read.changes() + gaps + "}");
    }

    /** Returns of what the newest decisions of a table were made, as its note says. */
    Optional<Read> readBy(Table table, SparkSession spark) {
        Pattern note = Pattern.compile(Pattern.quote(head()) + "(\\d+)(?:,\"gaps\":(\\d+))?}");
        return Commit.newestFirst(table, spark)
                .limit(COMMITS)
                .map(commit -> note.matcher(commit.note()))
                .filter(Matcher::matches)
                .map(Read::of)
                .findFirst();
    }

    /**
     * Versions of tables of which decisions were made.
     *
     * @param changes of silver.post_changes; {@link #UNKNOWN} where no note says it
     * @param gaps of ops.gaps; empty where there was no such table
     */
    record Read(long changes, OptionalLong gaps) {
        static final long UNKNOWN = -1;

        private static Read of(Matcher note) {
            return new Read(
                    Long.parseLong(note.group(1)),
                    note.group(2) == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(note.group(2))));
        }
    }

    private String head() {
        return "{\"job\":\"%s\",\"post_changes\":".formatted(application);
    }
}
