package io.groundswell.app.doctor;

import java.util.List;

/** Whether every setting is known and valid. */
record SettingsCheck() implements Check {
    @Override
    public String name() {
        return "settings";
    }

    @Override
    public Place place() {
        return Place.SETTINGS;
    }

    @Override
    public List<Finding> examine(Patient patient) {
        if (patient.problems().isEmpty()) {
            return List.of(Finding.ok("Every setting is known and valid"));
        }
        return patient.problems().stream()
                .map(problem -> new Finding(
                        problem.isIgnored() ? Finding.Severity.WARNING : Finding.Severity.ERROR,
                        problem.what(),
                        problem.isIgnored() ? "It is not heeded." : "Commands refuse to run with it.",
                        problem.cure()))
                .toList();
    }
}
