package io.groundswell.app.settings;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A settings record as a group of keys.
 *
 * @param name first part of the keys, such as {@code trends}
 * @param defaults the record's {@code DEFAULT}
 */
public record Section<T extends Record>(String name, T defaults) {

    /** Returns key to default value, in the order of the components. */
    Map<String, Object> keys() {
        Map<String, Object> keys = new LinkedHashMap<>();
        for (RecordComponent component : components()) {
            keys.put(key(component), Values.toConfig(value(component)));
        }
        return keys;
    }

    String key(RecordComponent component) {
        String words = component.getName().replaceAll("([a-z0-9])([A-Z])", "$1-$2");
        return name + "." + words.toLowerCase(Locale.ROOT);
    }

    RecordComponent[] components() {
        return defaults.getClass().getRecordComponents();
    }

    /**
     * Builds the record from values in the order of its components.
     *
     * @throws IllegalArgumentException if the record refuses one
     */
    T build(Object[] values) {
        Class<?>[] types =
                Arrays.stream(components()).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            @SuppressWarnings("unchecked") // the record's own class
            Class<T> type = (Class<T>) defaults.getClass();
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refused) {
                throw refused;
            }
            throw new IllegalStateException("Cannot build settings " + name, e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot build settings " + name, e);
        }
    }

    private Object value(RecordComponent component) {
        try {
            return component.getAccessor().invoke(defaults);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot read " + component + " of settings " + name, e);
        }
    }
}
