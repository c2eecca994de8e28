package io.groundswell.ingest.land;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import scala.jdk.javaapi.CollectionConverters;

class LaterCopiesTest {
    private static final LaterCopies WITHIN_TEN_MILLIS = new LaterCopies(10);

    @Test
    void keepsTheFirstOfABatch() {
        assertThat(repeats(WITHIN_TEN_MILLIS, fresh(0, 0), fresh(1, 5_000))).containsExactly(1L);
    }

    @Test
    void dropsWhatTheTableHas() {
        assertThat(repeats(WITHIN_TEN_MILLIS, landed(0, 0), fresh(1, 5_000))).containsExactly(1L);
    }

    @Test
    void measuresTheHorizonFromWhatIsKept() {
        // The second is dropped, so the third is measured from the first: as if each had come in a batch of its own.
        assertThat(repeats(WITHIN_TEN_MILLIS, fresh(0, 0), fresh(1, 8_000), fresh(2, 16_000)))
                .containsExactly(1L);
    }

    @Test
    void knowsNoHorizonInReplay() {
        assertThat(repeats(new LaterCopies(Long.MAX_VALUE), landed(0, 0), fresh(1, Long.MAX_VALUE / 2)))
                .containsExactly(1L);
    }

    private static Row fresh(long offset, long receivedMicros) {
        return RowFactory.create(1, "lane", offset, receivedMicros);
    }

    private static Row landed(long offset, long receivedMicros) {
        return RowFactory.create(0, "lane", offset, receivedMicros);
    }

    private static List<Long> repeats(LaterCopies copies, Row... rows) {
        Row change = RowFactory.create(
                "x", CollectionConverters.asScala(Arrays.asList(rows)).toSeq());
        List<Long> offsets = new java.util.ArrayList<>();
        copies.call(change).forEachRemaining(row -> offsets.add(row.getLong(2)));
        return offsets;
    }
}
