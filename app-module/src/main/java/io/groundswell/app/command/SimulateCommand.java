package io.groundswell.app.command;

import io.groundswell.app.CommonOptions;
import io.groundswell.app.Context;
import io.groundswell.app.output.Output;
import io.groundswell.ingest.simulate.SimulationSettings;
import io.groundswell.ingest.simulate.Simulator;
import io.groundswell.ingest.simulate.Truth;
import io.groundswell.ingest.simulate.profile.Profiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** {@code simulate}. */
@Command(
        name = "simulate",
        description = "Writes posts with known, planted trends, topics, communities and faults, and the truth beside.",
        modelTransformer = SimulateCommand.ProfileList.class)
public final class SimulateCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common;

    @ArgGroup(multiplicity = "1")
    private Target target;

    @Option(
            names = "--truth",
            required = true,
            paramLabel = "FILE",
            description =
                    "Where the truth goes, as JSON, and as tables into a folder beside: truth.tables for truth.json.")
    private Path truth;

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            completionCandidates = ProfileNames.class,
            description = "What is simulated, from the list below (setting simulate.profile).")
    private String profile;

    @Option(
            names = "--posts",
            paramLabel = "N",
            description = "Posts to write; what is planted stays as strong (setting simulate.posts).")
    private Long posts;

    @Option(names = "--days", paramLabel = "D", description = "Days that the stream lasts (setting simulate.days).")
    private Double days;

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

    /** What a shell completes. */
    static final class ProfileNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Profiles.names().iterator();
        }
    }

    /** Lists the profiles in the help. */
    static final class ProfileList implements CommandLine.IModelTransformer {
        @Override
        public CommandSpec transform(CommandSpec command) {
            Stream<String> profiles =
                    Profiles.all().stream().map(profile -> "  %-8s %s".formatted(profile.name(), profile.summary()));
            command.usageMessage()
                    .footer(Stream.concat(Stream.of("", "Profiles (docs/simulator.md says more):"), profiles)
                            .toArray(String[]::new));
            return command;
        }
    }

    @Override
    public Integer call() throws IOException {
        Map<String, String> flags = new LinkedHashMap<>();
        put(flags, "simulate.profile", profile);
        put(flags, "simulate.posts", posts);
        put(flags, "simulate.days", days);
        put(flags, "simulate.seed", seed);
        put(flags, "simulate.pace", pace);
        put(flags, "simulate.format", format);
        Context context = common.context(flags);
        SimulationSettings settings = context.jobs().simulation();
        Instant started = context.clock().instant();
        Simulator simulator = new Simulator(settings);
        Truth written = written(simulator, context, settings.posts());
        double seconds = Duration.between(started, context.clock().instant()).toMillis() / 1000.0;
        Truth.FrameCounts counts = written.counts();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("profile", settings.profile());
        document.put("posts", counts.posts());
        document.put("frames", counts.frames());
        document.put("trends", written.planted().trends().size());
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
                                written.planted().trends().size(),
                                truth));
        return 0;
    }

    private Truth written(Simulator simulator, Context context, long posts) throws IOException {
        try (Output.Following step = context.output().follow("simulate", posts, "posts", simulator::written)) {
            return target.spool != null
                    ? simulator.writeSpool(target.spool, truth)
                    : simulator.writeFile(target.file, truth);
        }
    }

    private static void put(Map<String, String> flags, String key, Object value) {
        if (value != null) {
            flags.put(key, value.toString());
        }
    }
}
