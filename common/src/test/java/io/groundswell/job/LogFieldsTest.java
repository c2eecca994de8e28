package io.groundswell.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class LogFieldsTest {
    @AfterEach
    void clear() {
        MDC.clear();
    }

    @Test
    void addsFieldsAndGivesBackThoseBefore() {
        MDC.put("job", "demo");
        try (LogFields.Scope outer = LogFields.with(Map.of(LogFields.JOB, "ingest", LogFields.RUN, "r"))) {
            try (LogFields.Scope inner = LogFields.with(Map.of(LogFields.BATCH, "7"))) {
                assertThat(MDC.getCopyOfContextMap()).isEqualTo(Map.of("job", "ingest", "run", "r", "batch", "7"));
            }
            assertThat(MDC.get("batch")).isNull();
        }
        assertThat(MDC.getCopyOfContextMap()).isEqualTo(Map.of("job", "demo"));
    }
}
