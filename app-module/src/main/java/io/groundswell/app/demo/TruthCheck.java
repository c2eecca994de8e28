package io.groundswell.app.demo;

import io.groundswell.ingest.simulate.Truth;
import io.groundswell.model.Term;
import io.groundswell.table.Catalogue;
import io.groundswell.table.Lake;
import io.groundswell.trends.replay.PlantedTrend;
import io.groundswell.trends.replay.TruthComparison;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** Holds what was found against what the simulator planted. */
record TruthCheck(Lake lake) {

    Result compare(SparkSession spark, Truth truth) {
        List<PlantedTrend> planted = truth.planted().trends().stream()
                .map(trend -> new PlantedTrend(
                        Term.HASHTAG,
                        trend.term(),
                        trend.start(),
                        trend.end(),
                        trend.strength().peak(),
                        trend.words()))
                .toList();
        TruthComparison comparison =
                TruthComparison.of(lake.table(Catalogue.TRENDS).read(spark), planted);
        return new Result(planted.size(), comparison);
    }

    /** How many of the planted trends were found. */
    record Result(int planted, TruthComparison comparison) {

        Map<String, Object> document() {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("planted", planted);
            document.put("found", comparison.found());
            document.put("false", comparison.falseTrends());
            document.put(
                    "delay_minutes_median",
                    comparison.medianDelayMinutes().isPresent()
                            ? comparison.medianDelayMinutes().getAsDouble()
                            : null);
            return document;
        }

        void print(PrintStream out) {
            out.printf(
                    "%nAgainst the truth%n  trends that the simulator planted; a false one is due to none of them, nor tells the story of one%n%n");
            out.printf(
                    "  %d of %d found, %d false%s%n",
                    comparison.found(),
                    planted,
                    comparison.falseTrends(),
                    comparison.medianDelayMinutes().isPresent()
                            ? "; half of them within %.0f minutes of their first post"
                                    .formatted(comparison.medianDelayMinutes().getAsDouble())
                            : "");
        }
    }
}
