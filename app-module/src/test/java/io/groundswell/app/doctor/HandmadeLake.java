package io.groundswell.app.doctor;

import io.groundswell.table.Lake;
import io.groundswell.table.TableSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.types.StructType;

/** A lake whose logs are written by hand, to be broken; its files of rows hold none. */
record HandmadeLake(Path root) {
    static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");

    Path table(TableSpec spec) {
        return root.resolve(spec.folder());
    }

    Path commit(TableSpec spec, long version) {
        return table(spec).resolve("_delta_log/%020d.json".formatted(version));
    }

    HandmadeLake with(TableSpec spec) {
        return with(spec, spec.schema(), 1);
    }

    HandmadeLake with(TableSpec spec, StructType schema, int readerVersion) {
        return commit(
                spec,
                0,
                "{\"protocol\":{\"minReaderVersion\":%d,\"minWriterVersion\":%d}}"
                        .formatted(readerVersion, readerVersion == 1 ? 2 : 5),
                "{\"metaData\":{\"id\":\"%s\",\"format\":{\"provider\":\"parquet\",\"options\":{}},\"schemaString\":\"%s\",\"partitionColumns\":[],\"configuration\":{},\"createdTime\":0}}"
                        .formatted(spec.name(), schema.json().replace("\"", "\\\"")));
    }

    /** Adds a commit with a file of so many bytes that the log gives another size. */
    HandmadeLake add(TableSpec spec, long version, int bytes, int logged) {
        String file = "part-%d.parquet".formatted(version);
        write(table(spec).resolve(file), "x".repeat(bytes));
        return commit(
                spec,
                version,
                "{\"add\":{\"path\":\"%s\",\"partitionValues\":{},\"size\":%d,\"modificationTime\":0,\"dataChange\":true}}"
                        .formatted(file, logged));
    }

    HandmadeLake commit(TableSpec spec, long version, String... actions) {
        write(commit(spec, version), String.join("\n", actions) + "\n");
        return this;
    }

    HandmadeLake write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Patient patient() {
        return Patient.of(new Lake(root.toString()), Map.of(), List.of(), NOW);
    }

    List<Finding> examine(Check check) {
        return check.examine(patient());
    }
}
