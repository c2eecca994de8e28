package io.groundswell.trends;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.spark.sql.Row;

/**
 * How far each input has brought each source, kept as rows of {@link ReceivedThrough} come: a feed that goes on tells it
 * each second, and all that it told need not be read for each batch.
 */
final class KnownFrontiers {
    private record Brought(String source, String input) {}

    private final Map<Brought, Long> throughs = new HashMap<>();

    /** Takes in what is told, in any order; of what was told before the greater holds. */
    void add(List<Row> received) {
        for (Row row : received) {
            throughs.merge(new Brought(row.getAs("source"), row.getAs("input")), row.<Long>getAs("through"), Math::max);
        }
    }

    /** Returns the watermark of all that was told; empty before anything was. */
    OptionalLong watermark() {
        return ReceivedThrough.watermark(throughs.values());
    }
}
