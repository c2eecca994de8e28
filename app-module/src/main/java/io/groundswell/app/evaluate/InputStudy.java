package io.groundswell.app.evaluate;

import io.groundswell.trends.TrendSettings;
import io.groundswell.trends.evaluate.Calibration;
import io.groundswell.trends.evaluate.Comparison;
import io.groundswell.trends.evaluate.Comparison.Ground;
import io.groundswell.trends.evaluate.Episode;
import io.groundswell.trends.evaluate.KnownEvent;
import io.groundswell.trends.evaluate.NullReplays;
import io.groundswell.trends.evaluate.Oracle;
import io.groundswell.trends.evaluate.PlantedPosts;
import io.groundswell.trends.evaluate.Replay;
import io.groundswell.trends.evaluate.ReplayedChange;
import io.groundswell.trends.evaluate.ScoredReplay;
import io.groundswell.trends.evaluate.TrendScorer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Scorers on real posts: thresholds are found on null replays of them and checked on others; what is found is held
 * against known events, and against trends planted among the posts.
 *
 * @param posts how many changes of posts the input has
 */
record InputStudy(long posts, List<OfWidth> widths) {
    private static final Duration LEARNING = Duration.ofDays(1);
    private static final int MOST_TIMES = 5;
    /** Planted posts must not change what the feed is like. */
    private static final int POSTS_A_TIME = 10_000;

    private static final double PLANTED_AFTER = 0.1;

    InputStudy {
        widths = List.copyOf(widths);
    }

    /**
     * One width.
     *
     * @param feasible the first feasible window of each event
     */
    record OfWidth(Replay replay, Oracle oracle, List<OptionalInt> feasible, List<OfScorer> scorers) {
        OfWidth {
            feasible = List.copyOf(feasible);
            scorers = List.copyOf(scorers);
        }
    }

    /**
     * One scorer.
     *
     * @param planted its threshold, and what it finds of planted trends
     * @param alarms the first window that alarms of each event
     * @param unexplained episodes that no event explains
     */
    record OfScorer(Compared planted, List<OptionalInt> alarms, List<Episode> unexplained) {
        OfScorer {
            alarms = List.copyOf(alarms);
            unexplained = List.copyOf(unexplained);
        }
    }

    static InputStudy of(
            EvaluationSettings settings, TrendSettings trends, List<ReplayedChange> changes, List<KnownEvent> events)
            throws IOException {
        PlantedPosts planted = PlantedPosts.among(changes, settings.seed(), times(changes), PLANTED_AFTER);
        List<Replay> replays = Recorded.of(changes, settings.widthSeconds()).replays();
        List<Replay> withPlants =
                Recorded.of(planted.changes(), settings.widthSeconds()).replays();
        List<OfWidth> widths = new ArrayList<>();
        for (int i = 0; i < replays.size(); i++) {
            widths.add(ofWidth(settings, trends, replays.get(i), withPlants.get(i), planted, events));
        }
        return new InputStudy(changes.size(), widths);
    }

    private static int times(List<ReplayedChange> changes) {
        return Math.max(1, Math.min(MOST_TIMES, changes.size() / POSTS_A_TIME));
    }

    private static OfWidth ofWidth(
            EvaluationSettings settings,
            TrendSettings trends,
            Replay replay,
            Replay withPlants,
            PlantedPosts planted,
            List<KnownEvent> events) {
        NullReplays shifts = new NullReplays(settings.seed());
        List<Replay> nulls = IntStream.range(0, settings.nullReplays())
                .mapToObj(number -> shifts.shifted(replay, number))
                .toList();
        List<Replay> checks = IntStream.range(settings.nullReplays(), 2 * settings.nullReplays())
                .mapToObj(number -> shifts.shifted(replay, number))
                .toList();
        int from = replay.windowsOf(LEARNING);
        Oracle oracle = Oracle.of(replay, settings.falseAlarms(), trends.minAuthors());
        Ground ground = new Ground(nulls, withPlants, planted.in(withPlants), oracle, from);
        List<OfScorer> scorers = Scorers.all(trends).stream()
                .map(scorer -> ofScorer(scorer, ground, checks, replay, events, settings.falseAlarms()))
                .toList();
        return new OfWidth(
                replay,
                oracle,
                events.stream()
                        .map(event -> event.firstFeasible(replay, oracle))
                        .toList(),
                scorers);
    }

    private static OfScorer ofScorer(
            TrendScorer scorer,
            Ground ground,
            List<Replay> checks,
            Replay replay,
            List<KnownEvent> events,
            double wanted) {
        Comparison comparison = Comparison.of(scorer, ground, wanted);
        Calibration calibration = comparison.calibration();
        List<Episode> episodes = ScoredReplay.of(replay, scorer).episodes(calibration.threshold(), ground.from());
        double checked = calibration.checkedOn(
                checks.stream().map(check -> ScoredReplay.of(check, scorer)).toList(), ground.from());
        return new OfScorer(
                new Compared(scorer.name(), comparison, checked),
                events.stream().map(event -> event.firstAlarm(replay, episodes)).toList(),
                episodes.stream()
                        .filter(episode -> events.stream().noneMatch(event -> event.explains(replay, episode)))
                        .toList());
    }
}
