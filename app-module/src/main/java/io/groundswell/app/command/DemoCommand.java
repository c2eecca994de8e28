package io.groundswell.app.command;

import io.groundswell.app.CommonOptions;
import io.groundswell.app.Context;
import io.groundswell.app.demo.Demo;
import io.groundswell.app.demo.DemoPlan;
import io.groundswell.app.demo.DemoReport;
import io.groundswell.app.demo.DemoResult;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code demo}. */
@Command(
        name = "demo",
        description = "The whole way on one machine: replays posts through every job and reports what was found.")
public final class DemoCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common;

    @Mixin
    private MetricsOption metrics;

    @Option(names = "--posts", paramLabel = "N", description = "Posts to simulate (setting simulate.posts).")
    private Long posts;

    @Option(names = "--seed", paramLabel = "S", description = "Seed of the simulation (setting simulate.seed).")
    private Long seed;

    @Option(
            names = "--input",
            paramLabel = "FILE",
            description = "Replay these posts instead: a file or folder of JSON lines, plain or gzip.")
    private String input;

    @Option(names = "--format", paramLabel = "NAME", description = "Wire format of --input (setting ingest.format).")
    private String format;

    @SuppressWarnings("UnusedVariable") // says what happens anyway until there is a dashboard
    @Option(names = "--no-serve", description = "End after the report (there is no dashboard to open yet).")
    private boolean isEnding;

    @Override
    public Integer call() throws IOException {
        Map<String, String> flags = new LinkedHashMap<>(metrics.flags());
        if (posts != null) {
            flags.put("simulate.posts", posts.toString());
        }
        if (seed != null) {
            flags.put("simulate.seed", seed.toString());
        }
        if (format != null) {
            flags.put("ingest.format", format);
        }
        Context context = common.context(flags);
        if (format != null && context.settings().isDefault("ingest.source")) {
            flags.put("ingest.source", format);
            context = common.context(flags);
        }
        if (input != null && context.settings().isDefault("lake.root")) {
            flags.put("lake.root", "lake-" + stem(input)); // a lake takes one demo
            context = common.context(flags);
        }
        DemoPlan plan = new DemoPlan(
                Optional.ofNullable(input),
                context.jobs().ingestSettings().format(),
                context.jobs().simulation());
        DemoResult result = new Demo(context).run(plan);
        context.output().result(result.document(), out -> new DemoReport(result).print(out));
        return 0;
    }

    /** Returns the name of a file or folder without what its first dot begins. */
    private static String stem(String path) {
        return path.replaceFirst("/+$", "").replaceFirst("^.*/", "").replaceFirst("(?<=.)[.].*$", "");
    }
}
