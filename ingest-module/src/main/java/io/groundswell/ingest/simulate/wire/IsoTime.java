package io.groundswell.ingest.simulate.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.groundswell.ingest.spool.Bytes;
import java.time.LocalDate;

/** Appends times as {@code 2026-03-01T00:00:00.000Z}; keeps the day that it rendered last. */
final class IsoTime {
    private static final long DAY_MILLIS = 86_400_000;

    private long day = Long.MIN_VALUE;
    private byte[] date = {};

    void append(long epochMillis, Bytes out) {
        long newDay = Math.floorDiv(epochMillis, DAY_MILLIS);
        if (newDay != day) {
            day = newDay;
            date = LocalDate.ofEpochDay(day).toString().getBytes(US_ASCII);
        }
        int ofDay = (int) Math.floorMod(epochMillis, DAY_MILLIS);
        out.append(date).append('T').appendPadded(ofDay / 3_600_000, 2);
        out.append(':').appendPadded(ofDay / 60_000 % 60, 2);
        out.append(':').appendPadded(ofDay / 1_000 % 60, 2);
        out.append('.').appendPadded(ofDay % 1_000, 3).append('Z');
    }
}
