package io.groundswell.app.command;

import io.groundswell.app.CommonOptions;
import io.groundswell.app.Context;
import io.groundswell.job.Cadence;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ingest}. */
@Command(
        name = "ingest",
        description = "Lands posts: raw frames, accepted changes and rejected frames, each once, whatever is killed.")
public final class IngestCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common;

    @Mixin
    private MetricsOption metrics;

    @ArgGroup
    private Input input;

    @Option(
            names = "--format",
            paramLabel = "NAME",
            description = "Wire format of --input, and of --kafka's frames (setting ingest.format).")
    private String format;

    @Option(names = "--source", paramLabel = "NAME", description = "Name of the feed (setting ingest.source).")
    private String source;

    @Option(
            names = "--trigger",
            paramLabel = "WHEN",
            converter = CadenceConverter.class,
            description = "available-now: take what is there and stop (for schedules); or a time such as 2s: go on, a"
                    + " micro-batch at most that often (setting ingest.cadence).")
    private Cadence cadence;

    @Option(
            names = "--on-gap",
            paramLabel = "stop|continue",
            description = "Where a topic lost records before they were read (setting ingest.on-gap).")
    private String onGap;

    /** One of the kinds of input. */
    private static final class Input {
        @Option(
                names = "--input",
                paramLabel = "PATH",
                description =
                        "An archive: a file or folder of JSON lines, plain, gzip or zstd, received when it was written.")
        private String archive;

        @Option(
                names = "--spool",
                paramLabel = "DIR",
                description = "A spool that a gateway or 'simulate' appends to (setting ingest.input).")
        private String spool;

        @Option(
                names = "--kafka",
                paramLabel = "TOPIC",
                description = "A topic at kafka.bootstrap-servers; kafka.values says what its records hold.")
        private String topic;

        private void addTo(Map<String, String> flags) {
            flags.put("ingest.input", spool != null ? spool : topic != null ? topic : archive);
            flags.put("ingest.kind", spool != null ? "spool" : topic != null ? "kafka" : "archive");
        }
    }

    @Override
    public Integer call() {
        Map<String, String> flags = new LinkedHashMap<>(metrics.flags());
        if (input != null) {
            input.addTo(flags);
        }
        if (format != null) {
            flags.put("ingest.format", format);
        }
        if (source != null) {
            flags.put("ingest.source", source);
        }
        if (onGap != null) {
            flags.put("ingest.on-gap", onGap);
        }
        if (cadence != null) {
            flags.put("ingest.cadence", cadence.toString());
        }
        Context context = common.context(flags);
        return JobReport.run(context, context.jobs().ingest(context.jobs().ingestSettings()));
    }
}
