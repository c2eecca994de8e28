package io.groundswell.app.settings;

/**
 * Where the lake lies.
 *
 * @param root a path or a {@code file:}, {@code hdfs:} or {@code s3a:} address
 */
public record LakeSettings(String root) {
    public static final LakeSettings DEFAULT = new LakeSettings("lake");

    public LakeSettings {
        if (root.isBlank()) {
            throw new IllegalArgumentException("lake.root must name a folder, was empty");
        }
    }
}
