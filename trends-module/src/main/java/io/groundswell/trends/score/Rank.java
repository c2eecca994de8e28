package io.groundswell.trends.score;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pow;

import io.groundswell.table.Micros;
import java.time.Duration;
import org.apache.spark.sql.Column;

/** How evidence fades in the order of lists, so that they are calm: it halves every 4 hours. */
public final class Rank {
    private static final long HALF_LIFE = Micros.of(Duration.ofHours(4));

    private Rank() {}

    /** Returns what is left at a moment of a window's evidence; moments in microseconds. */
    public static double decayed(double evidence, long from, long to) {
        return evidence * StrictMath.pow(0.5, (double) (to - from) / HALF_LIFE);
    }

    /** Returns what is left at a moment of the evidence of windows; both moments in microseconds. */
    public static Column decayed(Column evidence, Column from, Column to) {
        return evidence.multiply(pow(lit(0.5), to.minus(from).divide(lit((double) HALF_LIFE))));
    }
}
