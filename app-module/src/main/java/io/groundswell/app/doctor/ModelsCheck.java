package io.groundswell.app.doctor;

import io.groundswell.model.ModelVersion;
import io.groundswell.table.Catalogue;
import io.groundswell.table.Digest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Whether each model has a version that serves, and each version the files that were registered. */
record ModelsCheck() implements Check {
    @Override
    public String name() {
        return "models";
    }

    @Override
    public List<Finding> examine(Patient patient) {
        return findings(patient.table(Catalogue.MODELS).rows(), patient);
    }

    /** @param models rows of ops.models */
    static List<Finding> findings(List<Map<String, Object>> models, Patient patient) {
        Map<String, Boolean> serves = new TreeMap<>();
        List<Finding> found = new ArrayList<>();
        for (Map<String, Object> model : models) {
            boolean isChampion = ((Collection<?>) model.get("aliases")).contains(ModelVersion.CHAMPION);
            serves.merge((String) model.get("name"), isChampion, Boolean::logicalOr);
            String digest = digest((String) model.get("artefact"), patient);
            if (!digest.equals(model.get("digest"))) {
                found.add(new Finding(
                        isChampion ? Finding.Severity.ERROR : Finding.Severity.WARNING,
                        "The files of model %s version %s in %s are not those that were registered."
                                .formatted(model.get("name"), model.get("version"), model.get("artefact")),
                        isChampion ? "It serves, and jobs refuse to load it." : "It can't be promoted.",
                        "Delete and restore them from a backup, roll back with 'models rollback %s', or fit it anew."
                                .formatted(model.get("name"))));
            }
        }
        serves.forEach((name, isServing) -> {
            if (!isServing) {
                found.add(Finding.warning(
                        "No version of model %s serves.".formatted(name),
                        "Posts are not scored with it.",
                        "'models' lists its versions; make one serve with 'models promote %s VERSION'."
                                .formatted(name)));
            }
        });
        return found.isEmpty()
                ? List.of(Finding.ok("%d models serve; the files of %d versions are those that were registered"
                        .formatted(serves.size(), models.size())))
                : found;
    }

    private static String digest(String artefact, Patient patient) {
        try {
            return Digest.of(patient.lake().resolve(artefact), patient.conf());
        } catch (IOException e) {
            return "unreadable";
        }
    }
}
