package io.groundswell.app.command;

import io.groundswell.app.CommonOptions;
import io.groundswell.app.Context;
import io.groundswell.ingest.simulate.SimulationSettings;
import io.groundswell.ingest.simulate.Simulator;
import io.groundswell.ingest.simulate.Truth;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code simulate}. */
@Command(
        name = "simulate",
        description = "Writes posts with known, planted trends, topics, communities and faults, and the truth beside.")
public final class SimulateCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common;

    @ArgGroup(multiplicity = "1")
    private Target target;

    @Option(names = "--truth", required = true, paramLabel = "FILE", description = "Where the truth goes, as JSON.")
    private Path truth;

    @Option(names = "--posts", paramLabel = "N", description = "Posts to write (setting simulate.posts).")
    private Long posts;

    @Option(names = "--seed", paramLabel = "S", description = "Seed; the same one gives the same bytes.")
    private Long seed;

    @Option(
            names = "--pace",
            paramLabel = "X",
            description = "Times as fast as life; 0 is as fast as it goes (setting simulate.pace).")
    private Double pace;

    @Option(names = "--format", paramLabel = "NAME", description = "Wire format (setting simulate.format).")
    private String format;

    /** Where the posts go. */
    private static final class Target {
        @Option(names = "--spool", paramLabel = "DIR", description = "A spool, with the times at which posts arrive.")
        private Path spool;

        @Option(names = "--file", paramLabel = "FILE", description = "A file of lines; one named .gz is packed.")
        private Path file;
    }

    @Override
    public Integer call() throws IOException {
        Map<String, String> flags = new LinkedHashMap<>();
        put(flags, "simulate.posts", posts);
        put(flags, "simulate.seed", seed);
        put(flags, "simulate.pace", pace);
        put(flags, "simulate.format", format);
        Context context = common.context(flags);
        SimulationSettings settings = context.jobs().simulation();
        Instant started = context.clock().instant();
        Simulator simulator = new Simulator(settings);
        Truth written = target.spool != null
                ? simulator.writeSpool(target.spool, truth)
                : simulator.writeFile(target.file, truth);
        double seconds = Duration.between(started, context.clock().instant()).toMillis() / 1000.0;
        Truth.FrameCounts counts = written.counts();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("posts", counts.posts());
        document.put("frames", counts.frames());
        document.put("trends", written.trends().size());
        document.put("seconds", seconds);
        document.put("truth", truth.toString());
        context.output()
                .result(
                        document,
                        out -> out.printf(
                                "simulate done in %.1f s: %,d posts in %,d frames, %d planted trends; truth in %s%n",
                                seconds,
                                counts.posts(),
                                counts.frames(),
                                written.trends().size(),
                                truth));
        return 0;
    }

    private static void put(Map<String, String> flags, String key, Object value) {
        if (value != null) {
            flags.put(key, value.toString());
        }
    }
}
