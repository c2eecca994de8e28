package io.groundswell.trends;

import io.groundswell.table.Catalogue;
import io.groundswell.table.Lake;
import io.groundswell.table.Table;
import io.groundswell.trends.count.Decisions;
import io.groundswell.trends.count.Interval;
import java.util.List;
import java.util.OptionalLong;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Makes all decisions that are due, as often as it is asked: what is due is read from the tables alone.
 *
 * <p>Each table says how far it has been decided. Counts come first; a crash between the two commits leaves trends
 * behind, and the next run first scores what has been counted already, which needs nothing that came later.
 */
final class Decider {
    static final String APPLICATION = "detect-trends";

    private final Lake lake;
    private final TrendSettings settings;
    private final SparkSession spark;
    private final DecidedThrough decidedThrough = new DecidedThrough(APPLICATION);
    private long counted;
    private long scored;

    Decider(Lake lake, TrendSettings settings, SparkSession spark) {
        this.lake = lake;
        this.settings = settings;
        this.spark = spark;
        this.counted = decidedThrough.of(lake.table(Catalogue.TERM_COUNTS), spark);
        this.scored = decidedThrough.of(lake.table(Catalogue.TRENDS), spark);
    }

    /** Returns the newest moment whose trends are committed, in microseconds since the epoch. */
    long decidedThrough() {
        return scored;
    }

    /** Makes the decisions that are due by now. */
    void decide() {
        score();
        OptionalLong watermark = watermark();
        if (watermark.isEmpty()) {
            return;
        }
        Interval due = new Interval(counted, Decisions.newestDue(settings.widthSeconds(), watermark.getAsLong()));
        if (!due.isEmpty()) {
            new CountDecisions(lake, settings).commit(spark, due, decidedThrough.tag(due.through()));
            counted = due.through();
            score();
        }
    }

    private void score() {
        Interval due = new Interval(scored, counted);
        if (!due.isEmpty()) {
            new TrendDecisions(lake, settings).commit(spark, due, decidedThrough.tag(due.through()));
            scored = due.through();
        }
    }

    private OptionalLong watermark() {
        Table frontiers = lake.table(Catalogue.FRONTIERS);
        Dataset<Row> closed = frontiers.exists(spark)
                ? frontiers.read(spark)
                : spark.createDataFrame(List.<Row>of(), frontiers.spec().schema());
        List<Long> throughs = lake.table(Catalogue.POST_CHANGES)
                .read(spark)
                .transform(new ReceivedThrough(closed, counted)::apply)
                .select("through")
                .as(Encoders.LONG())
                .collectAsList();
        return ReceivedThrough.watermark(throughs);
    }
}
