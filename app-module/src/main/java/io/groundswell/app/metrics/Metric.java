package io.groundswell.app.metrics;

import java.util.List;

/**
 * Every metric that there is. A label's values are few and known: jobs, queries, tables, reasons; sources, of which those
 * beyond a bound are told as one. No label ever holds a term, a post or an author.
 */
enum Metric {
    JOB_UP("groundswell_job_up", Kind.GAUGE, "1 or 0", "whether a run of the job goes on", "job"),
    RUNS("groundswell_runs_total", Kind.COUNTER, "runs", "runs that ended, done or failed", "job", "status"),
    LAST_RUN_TIME("groundswell_last_run_timestamp_seconds", Kind.GAUGE, "seconds", "when the last run ended", "job"),
    LAST_RUN_SECONDS("groundswell_last_run_seconds", Kind.GAUGE, "seconds", "how long the last run took", "job"),
    LAST_RUN_SUCCESS("groundswell_last_run_success", Kind.GAUGE, "1 or 0", "whether the last run was done", "job"),

    ROWS_READ("groundswell_rows_read_total", Kind.COUNTER, "rows", "rows that batches took", "job", "query"),
    ROWS_A_SECOND(
            "groundswell_rows_per_second",
            Kind.GAUGE,
            "rows a second",
            "rows of the last batch by its time",
            "job",
            "query"),
    BATCH_SECONDS(
            "groundswell_batch_seconds", Kind.HISTOGRAM, "seconds", "time of batches that had rows", "job", "query"),
    LAST_BATCH("groundswell_last_batch_id", Kind.GAUGE, "batches", "number of the last batch", "job", "query"),
    LAST_BATCH_TIME(
            "groundswell_last_batch_timestamp_seconds",
            Kind.GAUGE,
            "seconds",
            "when the last batch with rows ended",
            "job",
            "query"),
    STATE_ROWS("groundswell_state_rows", Kind.GAUGE, "rows", "rows that the query remembers", "job", "query"),
    STATE_BYTES("groundswell_state_bytes", Kind.GAUGE, "bytes", "memory of what it remembers", "job", "query"),
    BACKLOG_BYTES(
            "groundswell_backlog_bytes",
            Kind.GAUGE,
            "bytes",
            "stored bytes of the spool or archive behind the last batch",
            "job",
            "query"),
    BACKLOG_RECORDS(
            "groundswell_backlog_records",
            Kind.GAUGE,
            "records",
            "records of the topic behind the last batch",
            "job",
            "query"),

    ROWS_WRITTEN(
            "groundswell_rows_written_total",
            Kind.COUNTER,
            "rows",
            "rows that commits inserted, updated or deleted",
            "job",
            "table"),
    TABLE_VERSION("groundswell_table_version", Kind.GAUGE, "versions", "newest version seen", "job", "table"),
    LAST_COMMIT_TIME(
            "groundswell_last_commit_timestamp_seconds",
            Kind.GAUGE,
            "seconds",
            "when the newest version was committed",
            "job",
            "table"),
    REJECTED("groundswell_rejected_frames_total", Kind.COUNTER, "frames", "frames not read", "job", "reason"),
    GAPS("groundswell_gaps", Kind.GAUGE, "holes", "holes in feeds, silences among them, ever", "job"),
    OPEN_GAPS("groundswell_open_gaps", Kind.GAUGE, "holes", "holes with nothing behind them yet", "job"),
    RECEIVED_TIME(
            "groundswell_received_timestamp_seconds",
            Kind.GAUGE,
            "seconds",
            "received time through which a source has landed",
            "job",
            "source"),
    RECEIVED_LAG(
            "groundswell_received_lag_seconds", Kind.GAUGE, "seconds", "now less that received time", "job", "source"),
    DECIDED_TIME(
            "groundswell_decided_timestamp_seconds",
            Kind.GAUGE,
            "seconds",
            "moment of received time whose decisions are made",
            "job"),
    DECIDED_LAG("groundswell_decided_lag_seconds", Kind.GAUGE, "seconds", "now less that moment", "job"),

    JVM_MEMORY("groundswell_jvm_memory_used_bytes", Kind.GAUGE, "bytes", "memory in use: heap, nonheap", "area"),
    JVM_HEAP_MAX("groundswell_jvm_heap_max_bytes", Kind.GAUGE, "bytes", "what the heap may grow to"),
    JVM_GC_SECONDS("groundswell_jvm_gc_seconds_total", Kind.COUNTER, "seconds", "time that collections took"),
    JVM_GC_COUNT("groundswell_jvm_gc_collections_total", Kind.COUNTER, "collections", "collections of garbage"),
    JVM_THREADS("groundswell_jvm_threads", Kind.GAUGE, "threads", "threads alive");

    /** How a metric's values behave. */
    enum Kind {
        /** Rises and falls. */
        GAUGE,
        /** Rises, and begins at 0 with the process. */
        COUNTER,
        /** Counts of values in buckets: {@code _bucket}, {@code _sum}, {@code _count}, and the newest {@code _max}. */
        HISTOGRAM
    }

    private final String exposed;
    private final Kind kind;
    private final String unit;
    private final String help;

    @SuppressWarnings("ImmutableEnumChecker") // List.of gives a list that does not change
    private final List<String> labels;

    Metric(String exposed, Kind kind, String unit, String help, String... labels) {
        this.exposed = exposed;
        this.kind = kind;
        this.unit = unit;
        this.help = help;
        this.labels = List.of(labels);
    }

    /** Returns the name as Prometheus sees it. */
    String exposed() {
        return exposed;
    }

    /** Returns the name without the ending that the registry gives to its kind. */
    String meter() {
        return switch (kind) {
            case GAUGE -> exposed;
            case COUNTER -> exposed.replaceFirst("_total$", "");
            case HISTOGRAM -> exposed.replaceFirst("_seconds$", "");
        };
    }

    Kind kind() {
        return kind;
    }

    String unit() {
        return unit;
    }

    String help() {
        return help;
    }

    List<String> labels() {
        return labels;
    }
}
