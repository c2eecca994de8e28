package io.groundswell.trends.score;

import io.groundswell.table.Micros;
import io.groundswell.trends.TrendSettings;
import io.groundswell.trends.count.Decisions;
import io.groundswell.trends.rule.Watches;
import io.groundswell.trends.score.TermPast.Learned;
import io.groundswell.trends.score.Thresholds.Calibrated;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;

/** What a term's story is told of, and where its rows have what. */
final class StoryEvents {
    static final int WIDTH = 300;
    static final long STEP = Decisions.widthMicros(WIDTH);
    /** From the first decision of a window to the second and to the third. */
    static final long CORRECTION = Micros.of(Duration.ofSeconds(590));

    static final long SECOND_CORRECTION = Micros.of(Duration.ofSeconds(7190));

    static final int DECIDED = 5;
    static final int START = 6;
    static final int OBSERVED = 8;
    static final int EXPECTED = 9;
    static final int EVIDENCE = 10;
    static final int ALARMED = 12;
    static final int SHOWN = 14;
    static final int COVERAGE = 17;
    static final int RISE = 20;
    static final int RISE_WINDOWS = 21;

    static final TermKey KEY = new TermKey(WIDTH, Totals.SCOPE, "hashtag", "storm");

    private StoryEvents() {}

    /** A scope of 1000 authors in each of the first 30 windows. */
    static Exposure exposure(Holes holes) {
        List<Row> totals = new ArrayList<>();
        for (long window = 0; window < 30 * STEP; window += STEP) {
            totals.add(Totals.first(WIDTH, window, 1000));
        }
        return new Exposure(holes).plus(totals);
    }

    /** An alarm of a scope in which null replays told that such evidence is enough. */
    static Alarm calibrated(TrendSettings settings, TermKey key) {
        Threshold threshold = new Threshold(settings.minEvidence(), 1.0, 28);
        return new Alarm(
                settings,
                Thresholds.of(List.of(new Calibrated(key.width(), key.scope(), Long.MIN_VALUE, threshold)), settings),
                Watches.NONE);
    }

    static Holes hole(double fromWindow, double toWindow) {
        return new Holes(List.of(new Holes.Span((long) (fromWindow * STEP), (long) (toWindow * STEP))));
    }

    static Instant decision(long window) {
        return Micros.instant(Decisions.first(window * STEP, WIDTH));
    }

    static TermEvent first(long window, Counted counted) {
        return event(window, 0, counted);
    }

    static TermEvent event(long window, long later, Counted counted) {
        long decided = Decisions.first(window * STEP, WIDTH) + later;
        return new TermEvent(TermEvent.DUE, window * STEP, decided, counted, learned(counted), 0, 0, 0, false, null, 0);
    }

    static Learned learned(Counted counted) {
        return new Learned(0, counted.authors(), counted.voices(), false);
    }

    static TermEvent past(TermEvent event) {
        return new TermEvent(
                TermEvent.PAST,
                event.window(),
                event.decided(),
                event.counted(),
                event.learned(),
                0,
                0,
                0,
                false,
                null,
                0);
    }

    static TermEvent known(Row row) {
        return new TermEvent(
                TermEvent.TREND,
                row.getLong(4),
                row.getLong(5),
                Counted.NONE,
                learned(Counted.NONE),
                row.getLong(6),
                row.getLong(8),
                row.getDouble(10),
                row.getBoolean(12),
                row.getString(13),
                row.getDouble(14));
    }
}
