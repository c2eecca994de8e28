package io.groundswell.app.doctor;

import java.util.List;
import java.util.stream.Collectors;

/** Which tables are there, and which command writes those that are not. */
record TablesCheck() implements Check {
    @Override
    public String name() {
        return "tables";
    }

    @Override
    public List<Finding> examine(Patient patient) {
        List<LakeTable> missing = patient.tables().stream()
                .filter(table -> table.content().isEmpty() && table.failure().isEmpty())
                .toList();
        int there = patient.tables().size() - missing.size();
        if (there == 0) {
            return List.of(Finding.warning(
                    "There is no table below %s.".formatted(patient.lake().root()),
                    "Nothing has been landed here, or the lake is another one.",
                    "Name the lake with --lake, or make one: './groundswell demo'."));
        }
        String unwritten = missing.stream()
                .map(table -> "%s (by %s)".formatted(table.name(), table.spec().writer()))
                .collect(Collectors.joining(", "));
        return List.of(Finding.ok("%d of %d tables are there%s"
                .formatted(
                        there, patient.tables().size(), missing.isEmpty() ? "" : "; not yet written: " + unwritten)));
    }
}
