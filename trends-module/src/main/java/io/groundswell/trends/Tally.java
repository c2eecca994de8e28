package io.groundswell.trends;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a run did: windows decided for the first time, counts of all scopes, and of the scope of all posts rows of trends and
 * those of them that are alarms.
 */
record Tally(long windows, long counts, long trends, long alarms) {
    static final Tally NONE = new Tally(0, 0, 0, 0);

    static Tally counted(long windows, long counts) {
        return new Tally(windows, counts, 0, 0);
    }

    static Tally scored(long trends, long alarms) {
        return new Tally(0, 0, trends, alarms);
    }

    Tally plus(Tally other) {
        return new Tally(windows + other.windows, counts + other.counts, trends + other.trends, alarms + other.alarms);
    }

    /** Returns the counts by name, in the order in which they are shown. */
    Map<String, Long> byName() {
        Map<String, Long> counted = new LinkedHashMap<>();
        counted.put("windows", windows);
        counted.put("counts", counts);
        counted.put("trends", trends);
        counted.put("alarms", alarms);
        return counted;
    }
}
