package io.groundswell.session;

import java.util.Map;

/**
 * How the Spark session is built.
 *
 * @param master Spark's master address; empty to leave it to {@code spark-submit}
 * @param conf Spark settings of the user, which win over ours
 */
public record SessionSettings(String master, Map<String, String> conf) {
    public SessionSettings {
        conf = Map.copyOf(conf);
    }
}
