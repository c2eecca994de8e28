package io.groundswell.app.evaluate;

import io.groundswell.features.text.TermExtractor;
import io.groundswell.features.text.TextSettings;
import io.groundswell.ingest.parse.PostFormats;
import io.groundswell.job.PlatformException;
import io.groundswell.trends.TrendSettings;
import io.groundswell.trends.evaluate.KnownEvent;
import io.groundswell.trends.evaluate.ReplayedChange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What is to be evaluated.
 *
 * @param input a file of real posts
 * @param format of the input
 * @param events a file of what happened in the input
 */
public record EvaluationPlan(
        EvaluationSettings settings,
        TrendSettings trends,
        TextSettings text,
        PostFormats formats,
        Set<Study> studies,
        Optional<Path> input,
        String format,
        Optional<Path> events) {
    private static final String SIMULATED_FORMAT = "x";

    /** A part of an evaluation. */
    public enum Study {
        SIMULATED,
        INPUT,
        SWARMS
    }

    public EvaluationPlan {
        studies = Set.copyOf(studies);
        if (formats.named(format).isEmpty()) {
            throw PlatformException.usage(
                    "There is no format '%s': it must be one of %s.".formatted(format, PostFormats.names()));
        }
        if (input.isEmpty() && (events.isPresent() || studies.equals(Set.of(Study.INPUT)))) {
            throw PlatformException.usage("Real posts and what happened in them need --input FILE.");
        }
        input.filter(file -> !Files.isReadable(file)).ifPresent(file -> {
            throw PlatformException.usage("Cannot read the input %s: name a file of posts.".formatted(file));
        });
    }

    /**
     * Runs all that is asked for.
     *
     * @param progress takes what is being done, a line each
     */
    public EvaluationResult run(Consumer<String> progress) throws IOException {
        List<KnownEvent> known = events.isPresent() ? new EventFile(events.get()).read() : List.of();
        Optional<InputStudy> ofInput = input.isPresent() && studies.contains(Study.INPUT)
                ? Optional.of(ofInput(input.get(), known, progress))
                : Optional.empty();
        Optional<SwarmStudy> swarms = Optional.empty();
        if (studies.contains(Study.SWARMS)) {
            progress.accept("swarms: simulating a day of them");
            swarms = Optional.of(SwarmStudy.of(settings, trends, reader(SIMULATED_FORMAT)));
        }
        Optional<SimulatedStudy> simulated = studies.contains(Study.SIMULATED)
                ? Optional.of(SimulatedStudy.of(
                        settings,
                        trends,
                        reader(SIMULATED_FORMAT),
                        line -> progress.accept("simulated feeds: " + line)))
                : Optional.empty();
        Evaluation evaluation = new Evaluation(settings, simulated, swarms, ofInput);
        return new EvaluationResult(
                evaluation, input.map(Path::getFileName).map(Path::toString).orElse(""), known);
    }

    private InputStudy ofInput(Path file, List<KnownEvent> known, Consumer<String> progress) throws IOException {
        progress.accept("real posts: reading and counting");
        List<ReplayedChange> changes = changes(file);
        if (changes.isEmpty()) {
            throw PlatformException.usage("None of the lines of %s is a post of the format '%s': name another --format."
                    .formatted(file, format));
        }
        return InputStudy.of(settings, trends, changes, known);
    }

    private List<ReplayedChange> changes(Path file) {
        try {
            return new ArchivedFeed(file, reader(format)).changes();
        } catch (IOException e) {
            throw PlatformException.usage("Cannot read posts of %s: %s".formatted(file, e.getMessage()), e);
        }
    }

    private ChangeReader reader(String name) {
        return new ChangeReader(formats.named(name).orElseThrow(), new TermExtractor(text));
    }
}
