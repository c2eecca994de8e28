package io.groundswell.session;

import java.util.Map;
import org.apache.spark.sql.SparkSession;

/**
 * A session whose queries' expressions are interpreted. To generate and compile code for a query over few rows takes longer
 * than to run it, most of all in a job that has just started.
 */
public final class Interpreting {
    private static final Map<String, String> SETTINGS = Map.of(
            "spark.sql.codegen.wholeStage", "false",
            "spark.sql.codegen.factoryMode", "NO_CODEGEN");

    private Interpreting() {}

    /**
     * Returns a session beside one, of the same context and the settings with which that was built. What listens to the
     * streaming queries of that one hears none of its.
     */
    public static SparkSession beside(SparkSession spark) {
        SparkSession session = spark.newSession();
        SETTINGS.forEach(session.conf()::set);
        return session;
    }
}
