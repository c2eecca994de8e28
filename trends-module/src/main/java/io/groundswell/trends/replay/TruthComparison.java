package io.groundswell.trends.replay;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.unix_micros;

import io.groundswell.model.TermCount;
import io.groundswell.table.Micros;
import io.groundswell.trends.count.Decisions;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Trends against truth.
 *
 * <p>A trend is due to a plant if its term is the plant's, a companion's or a word of either, or a phrase with such a
 * word, and the window of its first alarm overlaps the time from the plant's start to an hour after its end; or if it began in
 * that time in the story of such a trend. A plant is found if a trend due to it has its very kind and term; what comes with
 * it alone doesn't count. A trend due to no plant is false. Each width is a trend of its own; those of the scope of all posts
 * are compared.
 *
 * @param found planted trends that were found
 * @param missed planted trends that were not
 * @param falseTrends trends that are due to no plant
 * @param delaysMinutes of each found plant, in the order of the plants: from its start to the first alarm's decision
 */
public record TruthComparison(int found, int missed, int falseTrends, List<Double> delaysMinutes) {
    private static final long GRACE = Micros.of(Duration.ofHours(1));
    private static final double MICROS_A_MINUTE = 60e6;

    /** The first alarm of one trend. */
    private record Alarm(String kind, String term, long start, long end, long decided, String story) {
        static Alarm of(Row row) {
            long start = row.getLong(3);
            return new Alarm(
                    row.getString(0),
                    row.getString(1),
                    start,
                    start + Decisions.widthMicros(row.getInt(2)),
                    row.getLong(4),
                    row.getString(5));
        }

        boolean isAtTimeOf(PlantedTrend plant) {
            return start < Micros.of(plant.end()) + GRACE && end > Micros.of(plant.start());
        }

        boolean isDueTo(PlantedTrend plant) {
            return isAtTimeOf(plant)
                    && (plant.terms().contains(term)
                            || Stream.of(term.split(" ")).anyMatch(plant.terms()::contains));
        }

        boolean isOf(PlantedTrend plant) {
            return isDueTo(plant) && kind.equals(plant.kind()) && term.equals(plant.term());
        }
    }

    /**
     * Compares.
     *
     * @param trends rows of gold.trends
     */
    public static TruthComparison of(Dataset<Row> trends, List<PlantedTrend> planted) {
        List<Alarm> alarms = trends
                .filter(col("alarmed").and(col("scope").equalTo(TermCount.SCOPE_ALL)))
                .groupBy("kind", "term", "window_width", "trend_start")
                .agg(
                        unix_micros(min("decided_at")).as("decided"),
                        min_by(col("story_id"), col("decided_at")).as("story"))
                .select(
                        col("kind"),
                        col("term"),
                        col("window_width"),
                        unix_micros(col("trend_start")),
                        col("decided"),
                        col("story"))
                .collectAsList()
                .stream()
                .map(Alarm::of)
                .toList();
        List<Double> delays = planted.stream()
                .map(plant -> delay(plant, alarms))
                .filter(OptionalLong::isPresent)
                .map(delay -> delay.getAsLong() / MICROS_A_MINUTE)
                .toList();
        Set<Alarm> due = new HashSet<>();
        planted.forEach(plant -> due.addAll(dueTo(plant, alarms)));
        long falseTrends = alarms.stream().filter(alarm -> !due.contains(alarm)).count();
        return new TruthComparison(delays.size(), planted.size() - delays.size(), Math.toIntExact(falseTrends), delays);
    }

    /** Returns the median delay in minutes; empty where nothing was found. */
    public OptionalDouble medianDelayMinutes() {
        if (delaysMinutes.isEmpty()) {
            return OptionalDouble.empty();
        }
        List<Double> sorted = delaysMinutes.stream().sorted().toList();
        int middle = sorted.size() / 2;
        boolean isOdd = sorted.size() % 2 == 1;
        return OptionalDouble.of(isOdd ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2);
    }

    private static List<Alarm> dueTo(PlantedTrend plant, List<Alarm> alarms) {
        Set<String> stories = alarms.stream()
                .filter(alarm -> alarm.story() != null && alarm.isDueTo(plant))
                .map(Alarm::story)
                .collect(Collectors.toSet());
        return alarms.stream()
                .filter(alarm -> alarm.isDueTo(plant)
                        || (alarm.isAtTimeOf(plant) && alarm.story() != null && stories.contains(alarm.story())))
                .toList();
    }

    private static OptionalLong delay(PlantedTrend plant, List<Alarm> alarms) {
        return alarms.stream()
                .filter(alarm -> alarm.isOf(plant))
                .mapToLong(alarm -> alarm.decided() - Micros.of(plant.start()))
                .min();
    }
}
