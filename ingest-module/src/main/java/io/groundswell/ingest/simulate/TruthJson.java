package io.groundswell.ingest.simulate;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.time.Instant;

/**
 * The truth as JSON in snake_case. What notebooks ask for most, the seed, the start and the counts, lies at the top level; the
 * settings as a whole lie below {@code settings}.
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

    private TruthJson() {}

    static byte[] render(Truth truth) throws IOException {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("seed", truth.settings().seed());
        root.put("start", truth.settings().start().toString());
        ObjectNode tree = MAPPER.valueToTree(truth);
        JsonNode counts = tree.remove("counts");
        root.setAll((ObjectNode) counts);
        root.setAll(tree);
        return MAPPER.writeValueAsBytes(root);
    }

    static Truth parse(byte[] json) throws IOException {
        ObjectNode root = (ObjectNode) MAPPER.readTree(json);
        root.set("counts", root.deepCopy());
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
