package io.groundswell.job;

import java.util.Map;

/**
 * What a run did.
 *
 * @param engine beside Spark, such as {@code graphx}; empty for none
 * @param rows what was counted, by name, in the order in which it is shown
 */
public record Outcome(String engine, Map<String, Long> rows) {
    public static Outcome of(Map<String, Long> rows) {
        return new Outcome("", rows);
    }
}
