package io.groundswell.app.command;

import io.groundswell.app.CommonOptions;
import io.groundswell.app.Context;
import io.groundswell.app.evaluate.EvaluationPlan;
import io.groundswell.app.evaluate.EvaluationPlan.Study;
import io.groundswell.app.evaluate.EvaluationResult;
import io.groundswell.ingest.parse.PostFormats;
import io.groundswell.job.PlatformException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code evaluate-trends}. */
@Command(
        name = "evaluate-trends",
        description = "Measures our trend detection beside published ones on simulated and real posts, into a report.")
public final class EvaluateTrendsCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            defaultValue = "evaluation.html",
            description = "Where the report goes (default: ${DEFAULT-VALUE}).")
    private Path report;

    @Option(names = "--input", paramLabel = "FILE", description = "Real posts, one frame a line, plain or gzip.")
    private Path input;

    @Option(
            names = "--format",
            paramLabel = "NAME",
            defaultValue = "x",
            completionCandidates = Formats.class,
            description = "Wire format of the input (default: ${DEFAULT-VALUE}).")
    private String format;

    @Option(
            names = "--events",
            paramLabel = "FILE",
            description = "What happened in the input: a JSON list of {name, terms, from, until}.")
    private Path events;

    @Option(
            names = "--only",
            paramLabel = "STUDY",
            description = "One of ${COMPLETION-CANDIDATES}; may be given again (default: all that there is input for).")
    private List<Study> only = List.of();

    @Option(names = "--seed", paramLabel = "S", description = "Seed of all draws (setting evaluation.seed).")
    private Long seed;

    @Option(
            names = "--false-alarms",
            paramLabel = "N",
            description = "False alarms a day at which scorers are compared (setting evaluation.false-alarms).")
    private Double falseAlarms;

    /** What a shell completes. */
    static final class Formats implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return PostFormats.names().iterator();
        }
    }

    @Override
    public Integer call() throws IOException {
        Map<String, String> flags = new LinkedHashMap<>();
        if (seed != null) {
            flags.put("evaluation.seed", seed.toString());
        }
        if (falseAlarms != null) {
            flags.put("evaluation.false-alarms", falseAlarms.toString());
        }
        Context context = common.context(flags);
        EvaluationPlan plan = context.jobs()
                .evaluation(
                        only.isEmpty() ? EnumSet.allOf(Study.class) : EnumSet.copyOf(only),
                        Optional.ofNullable(input),
                        format,
                        Optional.ofNullable(events));
        Path folder = report.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        if (!Files.isWritable(folder)) { // said before an hour is spent
            throw PlatformException.usage("Cannot write the report %s: name another --report.".formatted(report));
        }
        EvaluationResult result = plan.run(context.output()::progress);
        Files.writeString(report, result.page());
        Map<String, Object> document = new LinkedHashMap<>(result.document());
        document.put("report", report.toString());
        context.output().result(document, out -> out.printf("%s%nReport in %s%n", result.summary(), report));
        return 0;
    }
}
