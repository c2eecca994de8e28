package io.groundswell.trends;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.table.Micros;
import java.time.Duration;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class KnownFrontiersTest {
    private static final StructType COLUMNS = StructType.fromDDL("source STRING, input STRING, through BIGINT");
    private static final long MINUTE = Micros.of(Duration.ofMinutes(1));

    private final KnownFrontiers known = new KnownFrontiers();

    private static Row through(String source, String input, long minute) {
        return new GenericRowWithSchema(new Object[] {source, input, minute * MINUTE}, COLUMNS);
    }

    @Test
    void sayNothingBeforeAnythingWasTold() {
        assertThat(known.watermark()).isEmpty();
    }

    @Test
    void takeTheNewestOfEachInputInAnyOrder() {
        known.add(List.of(through("x", "spool", 40), through("x", null, 38)));
        known.add(List.of(through("x", "spool", 36), through("x", null, 39)));

        assertThat(known.watermark()).hasValue(39 * MINUTE);
    }

    @Test
    void waitNoLongerForASourceThatIsLeftBehind() {
        known.add(List.of(through("x", "spool", 40), through("bluesky", "spool", 40)));
        known.add(List.of(through("x", "spool", 50)));
        assertThat(known.watermark()).hasValue(40 * MINUTE);

        known.add(List.of(through("x", "spool", 51)));
        assertThat(known.watermark()).hasValue(51 * MINUTE);
    }
}
