package io.groundswell.job;

import java.util.Map;
import org.slf4j.MDC;

/** What each line of the log tells beside its message, in SLF4J's diagnostic context: of what it is a line. */
final class LogFields {
    static final String JOB = "job";
    static final String RUN = "run";
    static final String QUERY = "query";
    static final String BATCH = "batch";

    private LogFields() {}

    /** Lines of this thread have the fields until it is closed. */
    @FunctionalInterface
    interface Scope extends AutoCloseable {
        @Override
        void close();
    }

    /** Adds fields to those that the thread has, which it has again afterwards. */
    static Scope with(Map<String, String> fields) {
        Map<String, String> before = MDC.getCopyOfContextMap();
        fields.forEach(MDC::put);
        return () -> {
            MDC.clear();
            if (before != null) {
                MDC.setContextMap(before);
            }
        };
    }
}
