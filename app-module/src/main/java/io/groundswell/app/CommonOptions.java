package io.groundswell.app;

import io.groundswell.app.metrics.Telemetry;
import io.groundswell.app.output.Output;
import io.groundswell.app.output.Terminal;
import io.groundswell.app.settings.Settings;
import io.groundswell.app.settings.SettingsExamination;
import io.groundswell.app.settings.SettingsProblem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options that every command takes. */
public final class CommonOptions {
    private static final Path DEFAULT_FILE = Path.of("groundswell.conf");

    @Option(
            names = "--lake",
            paramLabel = "DIR",
            description = "Root of the lake's tables (setting lake.root; default: lake).")
    private String lake;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Settings file, HOCON or JSON (default: groundswell.conf in this folder, if there is one).")
    private Path file;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description =
                    "One setting, such as trends.min-evidence=7; wins over environment and file. 'config' lists all.")
    private final Map<String, String> set = new LinkedHashMap<>();

    @Option(names = "--conf", paramLabel = "KEY=VALUE", description = "A Spark setting, handed on as it is.")
    private final Map<String, String> conf = new LinkedHashMap<>();

    @Option(names = "--json", description = "Print one JSON document on standard output and nothing else there.")
    private boolean isJson;

    @SuppressWarnings("UnusedVariable") // picocli acts on it
    @Option(names = "--help", usageHelp = true, description = "Show this help and exit.")
    private boolean isHelp;

    /** Returns the context with no settings but those of the common options. */
    public Context context() {
        return context(Map.of());
    }

    /** Returns the context with settings that the command's own flags stand for. */
    public Context context(Map<String, String> flags) {
        return context(Settings.load(Sections.ALL, sources(flags)));
    }

    /** A context, and what is wrong with the settings that it was asked for. */
    public record Lenient(Context context, List<SettingsProblem> problems) {}

    /** Returns a context whatever is wrong with the settings: a section with a fault has its defaults. */
    public Lenient lenient() {
        SettingsExamination found = SettingsExamination.of(Sections.ALL, sources(Map.of()));
        return new Lenient(context(found.settings()), found.problems());
    }

    private Context context(Settings settings) {
        Clock clock = Clock.systemUTC();
        Output output = new Output(isJson, System.out, System.err, terminal());
        return new Context(settings, conf, output, clock, new Telemetry(clock));
    }

    private static Terminal terminal() {
        return Terminal.of(System.getProperty("groundswell.terminal"), System.getenv());
    }

    private Settings.Sources sources(Map<String, String> flags) {
        Map<String, String> all = new LinkedHashMap<>(flags);
        all.putAll(set);
        if (lake != null) {
            all.put("lake.root", lake);
        }
        Optional<Path> settingsFile =
                Optional.ofNullable(file).or(() -> Optional.of(DEFAULT_FILE).filter(Files::exists));
        return new Settings.Sources(all, System.getenv(), settingsFile);
    }
}
