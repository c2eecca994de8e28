package io.groundswell.testkit.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Path;

/** What a checker or a run found as a file of JSON. */
public final class AuditFile {
    private static final ObjectMapper JSON = new ObjectMapper()
            .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT);

    private AuditFile() {}

    public static void write(Path file, Object found) throws IOException {
        JSON.writeValue(file.toFile(), found);
    }
}
