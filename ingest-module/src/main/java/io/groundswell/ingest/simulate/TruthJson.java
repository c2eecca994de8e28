package io.groundswell.ingest.simulate;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/**
 * The truth as JSON in snake_case. What notebooks ask for most, the seed, the start, the counts and what was planted, lies at
 * the top level; the settings as a whole lie below {@code settings}.
 */
final class TruthJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new SimpleModule()
                    .addSerializer(Instant.class, ToStringSerializer.instance)
                    .addDeserializer(Instant.class, new InstantReader()))
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.WRITE_ENUMS_USING_TO_STRING)
            .enable(DeserializationFeature.READ_ENUMS_USING_TO_STRING)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final List<String> FLATTENED = List.of("counts", "planted");

    private TruthJson() {}

    /** Returns the version of the simulator that wrote a truth, which is all that is known of another version's. */
    static int version(byte[] json) throws IOException {
        return MAPPER.readTree(json).path("version").asInt();
    }

    static byte[] render(Truth truth) throws IOException {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("seed", truth.settings().seed());
        root.put("start", truth.settings().start().toString());
        ObjectNode tree = MAPPER.valueToTree(truth);
        for (String part : FLATTENED) {
            root.setAll((ObjectNode) tree.remove(part));
        }
        root.setAll(tree);
        return MAPPER.writeValueAsBytes(root);
    }

    static Truth parse(byte[] json) throws IOException {
        ObjectNode root = (ObjectNode) MAPPER.readTree(json);
        ObjectNode flat = root.deepCopy();
        for (String part : FLATTENED) {
            root.set(part, flat);
        }
        return MAPPER.treeToValue(root, Truth.class);
    }

    static byte[] renderSettings(int version, SimulationSettings settings) throws IOException {
        ObjectNode mark = MAPPER.createObjectNode();
        mark.put("version", version);
        mark.set("settings", MAPPER.valueToTree(settings));
        return MAPPER.writeValueAsBytes(mark);
    }

    private static final class InstantReader extends FromStringDeserializer<Instant> {
        InstantReader() {
            super(Instant.class);
        }

        @Override
        protected Instant _deserialize(String value, DeserializationContext context) {
            return Instant.parse(value);
        }
    }
}
