package io.groundswell.testkit.corrupt;

import java.util.regex.Pattern;

/** What a file of a lake is for. */
enum FileClass {
    COMMIT(".+/_delta_log/\\d{20}\\.json"),
    SUMMARY(".+/_delta_log/\\d{20}\\.crc"),
    LOG_CHECKPOINT(".+/_delta_log/\\d{20}\\.checkpoint\\.parquet"),
    LAST_CHECKPOINT(".+/_delta_log/_last_checkpoint"),
    ROWS("(?:bronze|silver|gold|ops)/[^/]+/[^_].*\\.parquet"),
    OFFSETS("_checkpoints/[^/]+/[^/]+/offsets/\\d+"),
    COMMITS("_checkpoints/[^/]+/[^/]+/commits/\\d+"),
    METADATA("_checkpoints/[^/]+/[^/]+/metadata"),
    SEAL("_checkpoints/[^/]+/[^/]+/seals/\\d+"),
    NOTE("_checkpoints/[^/]+/[^/]+/[^/]+\\.json"),
    MODEL("_models/[^.]*/[^/.][^/]*");

    private final Pattern path;

    FileClass(String path) {
        this.path = Pattern.compile(path);
    }

    /** @param path of the file below the lake */
    boolean has(String path) {
        return this.path.matcher(path).matches();
    }

    /** Whether it has values, statistics and names of which nothing but a checksum of the file holds what they were. */
    boolean isParquet() {
        return this == LOG_CHECKPOINT || this == ROWS;
    }
}
