package io.groundswell.app.maintain;

import java.util.LinkedHashMap;
import java.util.Map;

/** What was done, by name, in the order in which it is shown. For one thread. */
final class Counts {
    static final String TABLES = "tables";
    static final String ROWS_DELETED = "rows_deleted";
    static final String FILES_COMPACTED = "files_compacted";
    static final String FILES_WRITTEN = "files_written";
    static final String BYTES_COMPACTED = "bytes_compacted";
    static final String FILES_VACUUMED = "files_vacuumed";
    static final String BYTES_VACUUMED = "bytes_vacuumed";
    static final String LOG_CHECKPOINTS = "log_checkpoints";
    static final String SEGMENTS_EXPIRED = "segments_expired";
    static final String BYTES_EXPIRED = "bytes_expired";
    static final String PUT_OFF = "put_off";

    private final Map<String, Long> counts = new LinkedHashMap<>();

    Counts() {
        for (String name : new String[] {
            TABLES,
            ROWS_DELETED,
            FILES_COMPACTED,
            FILES_WRITTEN,
            BYTES_COMPACTED,
            FILES_VACUUMED,
            BYTES_VACUUMED,
            LOG_CHECKPOINTS,
            SEGMENTS_EXPIRED,
            BYTES_EXPIRED,
            PUT_OFF
        }) {
            counts.put(name, 0L);
        }
    }

    void add(String name, long more) {
        counts.merge(name, more, Long::sum);
    }

    Map<String, Long> byName() {
        return counts;
    }
}
