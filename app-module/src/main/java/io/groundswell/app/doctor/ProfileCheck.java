package io.groundswell.app.doctor;

import io.groundswell.app.lake.KernelTable;
import io.groundswell.table.Table;
import java.util.ArrayList;
import java.util.List;

/** Whether every Delta reader can open a table: the portable profile. */
record ProfileCheck() implements TableCheck {
    @Override
    public String name() {
        return "profile";
    }

    @Override
    public String fine(int tables) {
        return "Every Delta reader can open %d tables".formatted(tables);
    }

    @Override
    public List<Finding> examine(LakeTable table, Patient patient) {
        KernelTable content = table.content().orElseThrow();
        List<String> odd = new ArrayList<>();
        if (content.readerVersion() != 1) {
            odd.add("reader version " + content.readerVersion());
        }
        if (!content.partitionColumns().isEmpty()) {
            odd.add("partitioned by " + String.join(", ", content.partitionColumns()));
        }
        // A property that is not set has the one value that an older reader understands.
        Table.PORTABLE.forEach((property, value) -> {
            String found = content.properties().getOrDefault(property, value);
            if (!found.equals(value)) {
                odd.add(property + "=" + found);
            }
        });
        return odd.isEmpty()
                ? List.of()
                : List.of(Finding.error(
                        "%s has left the portable profile: %s.".formatted(table.name(), String.join("; ", odd)),
                        "Notebooks and other readers may not open it, or read deleted rows.",
                        table.remedy()));
    }
}
