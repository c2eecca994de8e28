package io.groundswell.ingest.topic;

import io.groundswell.job.PlatformException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The properties of a Kafka client, as the settings have them. */
final class ClientProperties {
    private static final String SERVERS = "bootstrap.servers";

    private ClientProperties() {}

    /**
     * Returns the properties by name.
     *
     * @throws PlatformException if the settings name a file that can't be read
     */
    static Map<String, String> of(KafkaSettings settings) {
        Map<String, String> properties = new TreeMap<>();
        settings.clientFile().ifPresent(file -> properties.putAll(read(file)));
        properties.put(SERVERS, settings.bootstrapServers());
        return properties;
    }

    /** Returns the properties as options of Spark's source and sink. */
    static Map<String, String> options(KafkaSettings settings) {
        Map<String, String> options = new TreeMap<>();
        of(settings).forEach((name, value) -> options.put("kafka." + name, value));
        return options;
    }

    private static Map<String, String> read(String file) {
        Properties read = new Properties();
        try (Reader in = Files.newBufferedReader(Path.of(file))) {
            read.load(in);
        } catch (IOException | IllegalArgumentException e) {
            throw PlatformException.usage(
                    "Cannot read the Kafka client's properties in %s (%s): look at kafka.client-file."
                            .formatted(file, e.getClass().getSimpleName()),
                    e);
        }
        Map<String, String> properties = new TreeMap<>();
        read.stringPropertyNames().forEach(name -> properties.put(name, read.getProperty(name)));
        return properties;
    }
}
