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

    @ArgGroup
    private Input input;

    @Option(names = "--format", paramLabel = "NAME", description = "Wire format of --input (setting ingest.format).")
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

    /** One of the two kinds of input. */
    private static final class Input {
        @Option(
                names = "--input",
                paramLabel = "PATH",
                description =
                        "An archive: a file or folder of JSON lines, plain or gzip, received when it was written.")
        private String archive;

        @Option(
                names = "--spool",
                paramLabel = "DIR",
                description = "A spool that a gateway or 'simulate' appends to (setting ingest.input).")
        private String spool;
    }

    @Override
    public Integer call() {
        Map<String, String> flags = new LinkedHashMap<>();
        if (input != null) {
            boolean isSpool = input.spool != null;
            flags.put("ingest.input", isSpool ? input.spool : input.archive);
            flags.put("ingest.kind", isSpool ? "spool" : "archive");
        }
        if (format != null) {
            flags.put("ingest.format", format);
        }
        if (source != null) {
            flags.put("ingest.source", source);
        }
        if (cadence != null) {
            flags.put("ingest.cadence", cadence.toString());
        }
        Context context = common.context(flags);
        return JobReport.run(context, context.jobs().ingest(context.jobs().ingestSettings()));
    }
}
