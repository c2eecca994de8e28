package io.groundswell.app.settings;

/**
 * Where Spark runs when the command starts it itself; {@code spark-submit} says so otherwise.
 *
 * @param master Spark's master address
 */
public record SparkSettings(String master) {
    public static final SparkSettings DEFAULT = new SparkSettings("local[*]");

    public SparkSettings {
        if (master.isBlank()) {
            throw new IllegalArgumentException("spark.master must name a master such as local[2], was empty");
        }
    }
}
