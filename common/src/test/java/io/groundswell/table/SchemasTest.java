package io.groundswell.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SchemasTest {
    private record Inner(String lane, long offset) {}

    private record Everything(
            String aName, Instant createdAt, int width, Long lateBy, List<Inner> inners, Map<String, Double> metrics) {}

    private record Unknown(Thread thread) {}

    @Test
    void makesAColumnOfEachComponentInOrder() {
        assertThat(Schemas.of(Everything.class).toDDL())
                .isEqualTo("a_name STRING,created_at TIMESTAMP,width INT NOT NULL,late_by BIGINT,"
                        + "inners ARRAY<STRUCT<lane: STRING, offset: BIGINT NOT NULL>>,metrics MAP<STRING, DOUBLE>");
    }

    @Test
    void refusesATypeThatNoColumnHas() {
        assertThatThrownBy(() -> Schemas.of(Unknown.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.lang.Thread");
    }

    @Test
    void separatesWordsAndDigitsOfNames() {
        assertThat(Schemas.column("tagA")).isEqualTo("tag_a");
        assertThat(Schemas.column("isPeak2Wide")).isEqualTo("is_peak2_wide");
    }
}
