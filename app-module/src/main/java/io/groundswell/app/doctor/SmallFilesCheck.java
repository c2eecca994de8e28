package io.groundswell.app.doctor;

import io.groundswell.app.lake.KernelTable;
import io.groundswell.upkeep.Compaction;
import java.util.List;

/** Whether many small files wait to be compacted. */
record SmallFilesCheck() implements TableCheck {
    /** More than a day of busy streams leaves that a night's 'maintain' compacts. */
    static final int MANY = 500;

    @Override
    public String name() {
        return "small-files";
    }

    @Override
    public String fine(int tables) {
        return "None of %d tables has many small files".formatted(tables);
    }

    @Override
    public List<Finding> examine(LakeTable table, Patient patient) {
        long below = Compaction.DEFAULT.smallBytes();
        long small = table.content().map(KernelTable::files).orElseThrow().stream()
                .filter(file -> file.bytes() < below)
                .count();
        return small < MANY
                ? List.of()
                : List.of(Finding.warning(
                        "%s has %,d files of less than %d MB.".formatted(table.name(), small, below >> 20),
                        "Whatever reads the table opens each, and what is written to it takes longer by and by.",
                        "Run 'maintain', best each night (deploy/schedule.sh): it is safe beside running jobs."));
    }
}
