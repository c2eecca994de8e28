package io.groundswell.app.evaluate;

import io.groundswell.ingest.simulate.SimulationSettings;
import io.groundswell.ingest.simulate.Simulator;
import io.groundswell.ingest.simulate.Truth;
import io.groundswell.ingest.simulate.plan.PlantedTrend;
import io.groundswell.ingest.simulate.sink.FrameSink;
import io.groundswell.model.Term;
import io.groundswell.trends.evaluate.Plant;
import io.groundswell.trends.evaluate.ReplayRecorder;
import io.groundswell.trends.evaluate.ReplayedChange;
import io.groundswell.trends.evaluate.TermName;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A simulated feed, and what was planted in it. */
record SimulatedFeed(SimulationSettings settings, ChangeReader reader) {

    /** Sends all changes to a recorder, and returns the truth about them. */
    Truth record(ReplayRecorder recorder) throws IOException {
        return new Simulator(settings).send(new Recording(reader, recorder));
    }

    /** Returns the planted trends as windows of a width see them. */
    static List<Plant> plants(Truth truth, int widthSeconds) {
        return truth.planted().trends().stream()
                .map(trend -> new Plant(
                        new TermName(Term.HASHTAG, trend.term()),
                        new HashSet<>(trend.words()),
                        trend.strength().name() + " " + trend.shape().name().toLowerCase(Locale.ROOT),
                        trend.start(),
                        trend.end(),
                        bases(truth, trend, Duration.ofSeconds(widthSeconds))))
                .toList();
    }

    private static List<Double> bases(Truth truth, PlantedTrend trend, Duration width) {
        List<Double> bases = new ArrayList<>();
        long seconds = width.toSeconds();
        Instant from = Instant.ofEpochSecond(Math.floorDiv(trend.start().getEpochSecond(), seconds) * seconds);
        for (Instant at = from; at.isBefore(trend.end()); at = at.plus(width)) {
            bases.add(truth.baseAuthors(trend, at, width));
        }
        return bases;
    }

    /** Frames on their way to a recorder. */
    private record Recording(ChangeReader reader, ReplayRecorder recorder) implements FrameSink {
        @Override
        public void accept(long receivedAtMicros, byte[] frame) throws IOException {
            Optional<ReplayedChange> change = reader.read(frame, receivedAtMicros);
            if (change.isPresent()) {
                recorder.take(change.get());
            }
        }

        @Override
        public void flush() {
            // each change is taken as it comes
        }

        @Override
        public void close() {
            // the recorder is its owner's
        }
    }
}
