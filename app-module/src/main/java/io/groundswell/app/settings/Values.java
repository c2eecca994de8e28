package io.groundswell.app.settings;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.groundswell.job.Cadence;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Values of settings between their Java types and the types of a configuration file. */
final class Values {
    private Values() {}

    /** Returns what a configuration file would say: numbers, booleans, texts and lists of them. */
    static Object toConfig(Object value) {
        if (value instanceof Duration duration) {
            return text(duration);
        }
        if (value instanceof Collection<?> list) {
            return list.stream().map(Values::toConfig).toList();
        }
        if (value instanceof Optional<?> optional) {
            return optional.map(Values::toConfig).orElse("");
        }
        if (value instanceof Enum<?> name) {
            return name.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
        return value instanceof Number || value instanceof Boolean ? value : String.valueOf(value);
    }

    /** Reads a component's value. */
    static Object fromConfig(Config config, String key, RecordComponent component) {
        if (component.getGenericType() instanceof ParameterizedType generic) {
            Type element = generic.getActualTypeArguments()[0];
            if (generic.getRawType() == List.class) {
                return list(config, key, element);
            }
            if (generic.getRawType() == Set.class) {
                return Set.copyOf(list(config, key, element));
            }
            if (generic.getRawType() == Optional.class) {
                return config.getString(key).isEmpty() ? Optional.empty() : Optional.of(single(config, key, element));
            }
        }
        return single(config, key, component.getType());
    }

    private static List<?> list(Config config, String key, Type element) {
        // A flag or an environment variable holds a list as text, its parts separated by commas.
        boolean isText = config.getValue(key).unwrapped() instanceof String;
        List<String> parts = isText
                ? Arrays.stream(config.getString(key).split(","))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .toList()
                : config.getStringList(key);
        return parts.stream()
                .map(part -> single(ConfigFactory.parseMap(Map.of("value", part)), "value", element))
                .toList();
    }

    private static Object single(Config config, String key, Type type) {
        if (type == int.class || type == Integer.class) {
            return config.getInt(key);
        }
        if (type == long.class || type == Long.class) {
            return config.getLong(key);
        }
        if (type == double.class || type == Double.class) {
            return config.getDouble(key);
        }
        if (type == boolean.class || type == Boolean.class) {
            return config.getBoolean(key);
        }
        if (type == Duration.class) {
            return config.getDuration(key);
        }
        if (type == Instant.class) {
            return Instant.parse(config.getString(key));
        }
        if (type == Cadence.class) {
            return Cadence.parse(config.getString(key));
        }
        if (type instanceof Class<?> known && known.isEnum()) {
            return constant(known, key, config.getString(key));
        }
        return config.getString(key);
    }

    private static Object constant(Class<?> type, String key, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> toConfig(constant).equals(text.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("%s must be one of %s, was %s"
                        .formatted(
                                key,
                                Arrays.stream(type.getEnumConstants())
                                        .map(Values::toConfig)
                                        .toList(),
                                text)));
    }

    private static String text(Duration duration) {
        long seconds = duration.toSeconds();
        if (duration.toMillis() % 1000 != 0) {
            return duration.toMillis() + "ms";
        }
        if (seconds % 86_400 == 0 && seconds > 0) {
            return duration.toDays() + "d";
        }
        if (seconds % 3_600 == 0 && seconds > 0) {
            return duration.toHours() + "h";
        }
        return seconds % 60 == 0 && seconds > 0 ? duration.toMinutes() + "m" : seconds + "s";
    }
}
