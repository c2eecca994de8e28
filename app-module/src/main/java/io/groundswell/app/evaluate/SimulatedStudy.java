package io.groundswell.app.evaluate;

import io.groundswell.ingest.simulate.Truth;
import io.groundswell.trends.TrendSettings;
import io.groundswell.trends.evaluate.Comparison;
import io.groundswell.trends.evaluate.Comparison.Ground;
import io.groundswell.trends.evaluate.Oracle;
import io.groundswell.trends.evaluate.Plant;
import io.groundswell.trends.evaluate.Replay;
import io.groundswell.trends.evaluate.ScoredReplay;
import io.groundswell.trends.evaluate.TrendScorer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Scorers on simulated feeds: thresholds are found on one feed without trends, the rate that they state is checked on
 * another, and what they find is judged on a third one with trends.
 *
 * @param posts of all feeds together
 * @param widths what was found at each width of windows
 */
record SimulatedStudy(long posts, List<OfWidth> widths) {
    private static final String WITHOUT_TRENDS = "weeks";
    private static final String WITH_TRENDS = "trends";
    private static final int CHECK_SEED = 1_000;
    private static final int NULL_SEED = 2_000;

    SimulatedStudy {
        widths = List.copyOf(widths);
    }

    /** One width. */
    record OfWidth(int widthSeconds, Oracle oracle, List<Compared> scorers) {
        OfWidth {
            scorers = List.copyOf(scorers);
        }
    }

    static SimulatedStudy of(
            EvaluationSettings settings, TrendSettings trends, ChangeReader reader, Consumer<String> progress)
            throws IOException {
        progress.accept("simulating %d days without trends".formatted(settings.nullDays()));
        Recorded nulls = recorded(WITHOUT_TRENDS, settings.nullDays(), settings.seed() + NULL_SEED, settings, reader);
        progress.accept("simulating %d other days without trends".formatted(settings.nullDays()));
        Recorded checks = recorded(WITHOUT_TRENDS, settings.nullDays(), settings.seed() + CHECK_SEED, settings, reader);
        progress.accept("simulating %d days with trends".formatted(settings.plantedDays()));
        Recorded planted = recorded(WITH_TRENDS, settings.plantedDays(), settings.seed(), settings, reader);
        progress.accept("scoring");
        List<OfWidth> widths = new ArrayList<>();
        for (int i = 0; i < settings.widthSeconds().size(); i++) {
            widths.add(ofWidth(
                    settings,
                    trends,
                    nulls.replays().get(i),
                    checks.replays().get(i),
                    planted.replays().get(i),
                    planted.truth()));
        }
        long posts = nulls.posts() + checks.posts() + planted.posts();
        return new SimulatedStudy(posts, widths);
    }

    private static Recorded recorded(
            String profile, int days, long seed, EvaluationSettings settings, ChangeReader reader) throws IOException {
        return Recorded.simulated(profile, days, seed, reader, settings.widthSeconds());
    }

    private static OfWidth ofWidth(
            EvaluationSettings settings,
            TrendSettings trends,
            Replay nulls,
            Replay checks,
            Replay planted,
            Truth truth) {
        int from = planted.windowsOf(Duration.ofDays(settings.learnDays()));
        List<Plant> plants = SimulatedFeed.plants(truth, planted.widthSeconds());
        Oracle oracle = Oracle.of(nulls, settings.falseAlarms(), trends.minAuthors());
        Ground ground = new Ground(List.of(nulls), planted, plants, oracle, from);
        List<Compared> scorers = Scorers.all(trends).stream()
                .map(scorer -> compared(scorer, ground, checks, settings.falseAlarms()))
                .toList();
        return new OfWidth(planted.widthSeconds(), oracle, scorers);
    }

    private static Compared compared(TrendScorer scorer, Ground ground, Replay checks, double wanted) {
        Comparison comparison = Comparison.of(scorer, ground, wanted);
        double checked = comparison.calibration().checkedOn(List.of(ScoredReplay.of(checks, scorer)), ground.from());
        return new Compared(scorer.name(), comparison, checked);
    }

    /** Returns the strengths and shapes of plants, in their order. */
    static List<String> groups(Comparison comparison) {
        return comparison.judgement().outcomes().stream()
                .map(outcome -> outcome.plant().group())
                .distinct()
                .sorted()
                .toList();
    }
}
