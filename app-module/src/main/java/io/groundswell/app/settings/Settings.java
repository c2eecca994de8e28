package io.groundswell.app.settings;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import io.groundswell.job.PlatformException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The settings in force, and where each came from. */
public final class Settings {
    private static final String DEFAULT = "default";

    private final List<Section<?>> sections;
    private final Config config;

    private Settings(List<Section<?>> sections, Config config) {
        this.sections = sections;
        this.config = config;
    }

    /** Where settings come from, the strongest first. */
    public record Sources(Map<String, String> flags, Map<String, String> environment, Optional<Path> file) {}

    /** One setting in force. */
    public record Entry(String key, String value, String origin) {}

    /**
     * Merges the sources over the sections' defaults.
     *
     * @throws PlatformException if a file cannot be read or a key is not known
     */
    public static Settings load(List<Section<?>> sections, Sources sources) {
        Map<String, Object> defaults = new LinkedHashMap<>();
        sections.forEach(section -> defaults.putAll(section.keys()));
        Config file = sources.file().map(Settings::parse).orElseGet(ConfigFactory::empty);
        Config flags = flags(sources.flags());
        requireKnown(defaults, flags);
        requireKnown(defaults, file);
        Config merged = flags.withFallback(environment(defaults, sources.environment()))
                .withFallback(file)
                .withFallback(ConfigFactory.parseMap(defaults, DEFAULT));
        return new Settings(List.copyOf(sections), merged);
    }

    /**
     * Returns a section's record.
     *
     * @throws PlatformException if a value is of the wrong type or the record refuses it
     */
    public <T extends Record> T get(Section<T> section) {
        Object[] values = new Object[section.components().length];
        String key = section.name();
        try {
            for (int i = 0; i < values.length; i++) {
                RecordComponent component = section.components()[i];
                key = section.key(component);
                values[i] = Values.fromConfig(config, key, component);
            }
            return section.build(values);
        } catch (ConfigException | IllegalArgumentException | java.time.DateTimeException e) {
            throw PlatformException.usage(
                    "Setting refused: %s. 'groundswell config' shows where each setting came from."
                            .formatted(e.getMessage()),
                    e);
        }
    }

    /** Returns whether no source names a value for the key. */
    public boolean isDefault(String key) {
        return config.getValue(key).origin().description().equals(DEFAULT);
    }

    /** Returns every setting, in the order of the sections. */
    public List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        for (Section<?> section : sections) {
            for (String key : section.keys().keySet()) {
                ConfigValue value = config.getValue(key);
                entries.add(new Entry(
                        key,
                        String.valueOf(value.unwrapped()),
                        value.origin().description().replaceFirst("^merge of ", "")));
            }
        }
        return entries;
    }

    private static Config parse(Path file) {
        if (!Files.isReadable(file)) {
            throw PlatformException.usage(
                    "Cannot read settings file %s: there is no such file, or it may not be read.".formatted(file));
        }
        try {
            return ConfigFactory.parseFile(file.toFile()).resolve();
        } catch (ConfigException e) {
            throw PlatformException.usage("Settings file %s is not valid: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static Config flags(Map<String, String> flags) {
        try {
            return layer(flags, "flag");
        } catch (ConfigException e) {
            throw PlatformException.usage(
                    "A setting named by a flag is not a key: %s. 'groundswell config' lists the settings."
                            .formatted(e.getMessage()),
                    e);
        }
    }

    private static Config layer(Map<String, String> values, String origin) {
        return ConfigFactory.parseMap(values, origin);
    }

    private static Config environment(Map<String, Object> defaults, Map<String, String> environment) {
        Config layer = ConfigFactory.empty();
        for (String key : defaults.keySet()) {
            String variable = variable(key);
            String value = environment.get(variable);
            if (value != null) {
                layer = layer.withFallback(layer(Map.of(key, value), "environment " + variable));
            }
        }
        return layer;
    }

    /** Returns the environment variable of a key: {@code GROUNDSWELL_TRENDS_MIN_EVIDENCE}. */
    static String variable(String key) {
        return "GROUNDSWELL_" + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    private static void requireKnown(Map<String, Object> defaults, Config layer) {
        for (Map.Entry<String, ConfigValue> entry : layer.entrySet()) {
            String key = String.join(".", ConfigUtil.splitPath(entry.getKey()));
            if (!defaults.containsKey(key)) {
                throw PlatformException.usage("There is no setting '%s' (%s). 'groundswell config' lists the settings."
                        .formatted(key, entry.getValue().origin().description()));
            }
        }
    }
}
