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
        Map<String, Object> defaults = defaults(sections);
        Config file = file(sources);
        Config flags = flags(sources.flags());
        requireKnown(defaults, flags);
        requireKnown(defaults, file);
        return merged(sections, flags, sources.environment(), file);
    }

    /** Merges layers, of which keys that are not known do no harm. */
    static Settings merged(List<Section<?>> sections, Config flags, Map<String, String> environment, Config file) {
        Map<String, Object> defaults = defaults(sections);
        Config merged = flags.withFallback(environment(defaults, environment))
                .withFallback(file)
                .withFallback(ConfigFactory.parseMap(defaults, DEFAULT));
        return new Settings(List.copyOf(sections), merged);
    }

    static Map<String, Object> defaults(List<Section<?>> sections) {
        Map<String, Object> defaults = new LinkedHashMap<>();
        sections.forEach(section -> defaults.putAll(section.keys()));
        return defaults;
    }

    /** Returns these settings with the defaults of all but some sections. */
    Settings withDefaultsBut(List<Section<?>> kept) {
        Map<String, Object> refused = new LinkedHashMap<>();
        sections.stream().filter(section -> !kept.contains(section)).forEach(section -> refused.putAll(section.keys()));
        return new Settings(sections, ConfigFactory.parseMap(refused, DEFAULT).withFallback(config));
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

    static Config file(Sources sources) {
        return sources.file().map(Settings::parse).orElseGet(ConfigFactory::empty);
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

    static Config flags(Map<String, String> flags) {
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
        unknown(defaults, layer).forEach((key, origin) -> {
            throw PlatformException.usage(
                    "There is no setting '%s' (%s). 'groundswell config' lists the settings.".formatted(key, origin));
        });
    }

    /** Returns the keys of a layer that are no setting, and where each came from. */
    static Map<String, String> unknown(Map<String, Object> defaults, Config layer) {
        Map<String, String> unknown = new LinkedHashMap<>();
        for (Map.Entry<String, ConfigValue> entry : layer.entrySet()) {
            String key = String.join(".", ConfigUtil.splitPath(entry.getKey()));
            if (!defaults.containsKey(key)) {
                unknown.put(key, entry.getValue().origin().description());
            }
        }
        return unknown;
    }
}
