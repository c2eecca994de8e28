package io.groundswell.app.doctor;

import io.groundswell.app.lake.DataFile;
import io.groundswell.app.lake.KernelFile;
import io.groundswell.app.lake.KernelTable;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.Path;

/** Whether every row that is in force can be read, by the checksums of Parquet's pages, and as many as the log says. */
record RowsCheck() implements TableCheck {
    @Override
    public String name() {
        return "rows";
    }

    @Override
    public String fine(int tables) {
        return "Every row of %d tables can be read".formatted(tables);
    }

    @Override
    public List<Finding> examine(Patient patient) {
        return patient.isDeep()
                ? TableCheck.super.examine(patient)
                : List.of(Finding.ok("The rows were not read: 'doctor --deep' does that"));
    }

    @Override
    public List<Finding> examine(LakeTable table, Patient patient) {
        List<Finding> found = new ArrayList<>();
        for (DataFile file : table.content().map(KernelTable::files).orElseThrow()) {
            String name = new Path(file.path()).getName();
            found.addAll(Failures.told("%s: its file %s".formatted(table.name(), name), cure(table), () -> {
                long rows = new KernelFile(table.spec(), file.path(), file.bytes()).count();
                return file.rows() < 0 || rows == file.rows()
                        ? List.of()
                        : List.of(Finding.error(
                                "%s: its file %s has %,d rows, in the log %,d."
                                        .formatted(table.name(), name, rows, file.rows()),
                                "Whatever reads the table may find other rows than were written.",
                                cure(table)));
            }));
        }
        return found;
    }

    private static String cure(LakeTable table) {
        return "Delete it and restore it from a backup. Else: " + table.remedy();
    }
}
