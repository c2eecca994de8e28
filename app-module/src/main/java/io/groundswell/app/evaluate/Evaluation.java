package io.groundswell.app.evaluate;

import io.groundswell.trends.TrendSettings;
import java.util.Optional;

/** What was evaluated, and how. */
record Evaluation(
        EvaluationSettings settings,
        TrendSettings trends,
        Optional<SimulatedStudy> simulated,
        Optional<SwarmStudy> swarms,
        Optional<InputStudy> input) {}
