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

    boolean isOfTable() {
        return switch (this) {
            case COMMIT, SUMMARY, LOG_CHECKPOINT, LAST_CHECKPOINT, ROWS -> true;
            case OFFSETS, COMMITS, METADATA, SEAL, NOTE, MODEL -> false;
        };
    }
}
