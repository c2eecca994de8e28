package io.groundswell.registry;

import java.util.Map;

/**
 * A fitted model on its way into the registry.
 *
 * @param save writes the artefact below the folder it is given
 * @param tablesRead table name to version that it was fitted on
 */
public record Candidate(
        String name, Map<String, Double> metrics, Map<String, String> params, Map<String, Long> tablesRead, Save save) {

    /** Writes a model to a folder that does not exist yet. */
    @FunctionalInterface
    public interface Save {
        void to(String folder) throws java.io.IOException;
    }
}
