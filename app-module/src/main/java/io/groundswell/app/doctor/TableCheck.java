package io.groundswell.app.doctor;

import java.util.ArrayList;
import java.util.List;

/** A check that looks at each table that can be opened by itself, so that a broken one hides no other. */
interface TableCheck extends Check {

    /** Returns what is wrong with a table; nothing where all is well. */
    List<Finding> examine(LakeTable table, Patient patient);

    /** Returns what holds of so many tables where nothing is wrong. */
    String fine(int tables);

    @Override
    default List<Finding> examine(Patient patient) {
        List<Finding> found = new ArrayList<>();
        for (LakeTable table : patient.open()) {
            found.addAll(Failures.told(table.name(), table.remedy(), () -> examine(table, patient)));
        }
        return found.isEmpty() ? List.of(Finding.ok(fine(patient.open().size()))) : found;
    }
}
