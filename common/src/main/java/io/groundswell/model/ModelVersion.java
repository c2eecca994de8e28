package io.groundswell.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One registered version of a model.
 *
 * @param version from 1, counted per name
 * @param aliases names that point here, such as {@code champion}
 * @param tablesRead table name to the table version that the model was fitted on
 * @param artefact the model's folder, relative to the lake's root
 * @param digest SHA-256 over the artefact's files
 * @param promotedAt when it was last promoted; null if never
 */
public record ModelVersion(
        String name,
        int version,
        List<String> aliases,
        Map<String, Double> metrics,
        Map<String, String> params,
        Map<String, Long> tablesRead,
        String artefact,
        String digest,
        String runId,
        Instant createdAt,
        Instant promotedAt) {
    /** The alias of the version that serves. */
    public static final String CHAMPION = "champion";

    /** The alias of a champion that was taken back: it serves again only if it is promoted by name. */
    public static final String ROLLED_BACK = "rolled-back";
}
