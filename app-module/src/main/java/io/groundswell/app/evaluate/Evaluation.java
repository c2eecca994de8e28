package io.groundswell.app.evaluate;

import java.util.Optional;

/** What was evaluated, and how. */
record Evaluation(
        EvaluationSettings settings,
        Optional<SimulatedStudy> simulated,
        Optional<SwarmStudy> swarms,
        Optional<InputStudy> input) {}
