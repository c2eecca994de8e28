package io.groundswell.app.settings;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.groundswell.job.PlatformException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The settings in force as far as they go, and all that is wrong with them: where {@link Settings#load} stops at the first
 * fault, this goes on.
 *
 * @param settings those that are valid; a section with a fault has its defaults
 */
public record SettingsExamination(Settings settings, List<SettingsProblem> problems) {
    /** Variables that the launcher and the scripts beside it read. */
    private static final Set<String> OTHER_VARIABLES = Set.of(
            "GROUNDSWELL_LOG",
            "GROUNDSWELL_MEMORY",
            "GROUNDSWELL_SPARK_MASTER",
            "GROUNDSWELL_JVM_OPTIONS",
            "GROUNDSWELL_LAKE",
            "GROUNDSWELL_INPUT",
            "GROUNDSWELL_CHECK");

    private static final String LIST = "'groundswell config' lists the settings.";

    public static SettingsExamination of(List<Section<?>> sections, Settings.Sources sources) {
        List<SettingsProblem> problems = new ArrayList<>();
        Map<String, Object> defaults = Settings.defaults(sections);
        Config flags = read(() -> Settings.flags(sources.flags()), problems);
        Config file = read(() -> Settings.file(sources), problems);
        for (Config layer : List.of(flags, file)) {
            Settings.unknown(defaults, layer)
                    .forEach((key, origin) -> problems.add(new SettingsProblem(
                            "There is no setting '%s' (%s).".formatted(key, origin),
                            meant(key, defaults.keySet()),
                            false)));
        }
        List<String> variables =
                defaults.keySet().stream().map(Settings::variable).toList();
        sources.environment().keySet().stream()
                .filter(name -> name.startsWith("GROUNDSWELL_"))
                .filter(name -> !variables.contains(name) && !OTHER_VARIABLES.contains(name))
                .forEach(name -> problems.add(new SettingsProblem(
                        "The environment has %s, which stands for no setting.".formatted(name),
                        meant(name, variables),
                        true)));
        Settings settings = Settings.merged(sections, flags, sources.environment(), file);
        List<Section<?>> valid = new ArrayList<>();
        for (Section<?> section : sections) {
            try {
                settings.get(section);
                valid.add(section);
            } catch (PlatformException refused) {
                problems.add(refusal(refused, settings));
            }
        }
        return new SettingsExamination(settings.withDefaultsBut(valid), List.copyOf(problems));
    }

    private static SettingsProblem refusal(PlatformException refused, Settings settings) {
        String why = refused.getCause().getMessage();
        String where = settings.entries().stream()
                .filter(entry -> why.contains(entry.key()))
                .map(entry -> "Change %s where it is set (%s), or leave it out.".formatted(entry.key(), entry.origin()))
                .findFirst()
                .orElse("Change it. 'groundswell config' shows where each setting came from.");
        return new SettingsProblem("Setting refused: %s.".formatted(why.replaceFirst("\\.$", "")), where, false);
    }

    private static String meant(String word, java.util.Collection<String> known) {
        return Nearest.of(word, known)
                .map(other -> "Did you mean '%s'? %s".formatted(other, LIST))
                .orElse("Leave it out. " + LIST);
    }

    private static Config read(Supplier<Config> layer, List<SettingsProblem> problems) {
        try {
            return layer.get();
        } catch (PlatformException refused) {
            problems.add(new SettingsProblem(refused.getMessage(), "Mend it, or leave it out.", false));
            return ConfigFactory.empty();
        }
    }
}
