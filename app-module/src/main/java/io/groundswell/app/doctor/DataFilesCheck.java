package io.groundswell.app.doctor;

import io.groundswell.app.lake.DataFile;
import io.groundswell.app.lake.KernelTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/** Whether the files that a table's log names are there, in the size that it says. */
record DataFilesCheck() implements TableCheck {
    @Override
    public String name() {
        return "data-files";
    }

    @Override
    public String fine(int tables) {
        return "Every file that the logs of %d tables name is there".formatted(tables);
    }

    @Override
    public List<Finding> examine(LakeTable table, Patient patient) {
        Map<String, Long> there = sizes(table, patient);
        List<String> gone = new ArrayList<>();
        List<String> differing = new ArrayList<>();
        for (DataFile file : table.content().map(KernelTable::files).orElseThrow()) {
            Path path = new Path(file.path());
            Long size = there.get(path.toUri().getPath());
            if (size == null) {
                gone.add(path.getName());
            } else if (size != file.bytes()) {
                differing.add("%s (%,d bytes, in the log %,d)".formatted(path.getName(), size, file.bytes()));
            }
        }
        List<Finding> findings = new ArrayList<>();
        if (!gone.isEmpty()) {
            findings.add(Finding.error(
                    "%s: %,d of its files are gone, such as %s.".formatted(table.name(), gone.size(), gone.get(0)),
                    "Whatever reads the table fails.",
                    "Restore them from a backup. Else: " + table.remedy()));
        }
        if (!differing.isEmpty()) {
            findings.add(Finding.error(
                    "%s: %,d of its files have another size, such as %s."
                            .formatted(table.name(), differing.size(), differing.get(0)),
                    "They were cut off or written over, and can't be read.",
                    "Delete them and restore them from a backup. Else: " + table.remedy()));
        }
        return findings;
    }

    /** Returns path to bytes of what lies in the table's folder, by one listing. */
    private static Map<String, Long> sizes(LakeTable table, Patient patient) {
        Path root = new Path(table.table().path());
        Map<String, Long> sizes = new HashMap<>();
        try {
            RemoteIterator<LocatedFileStatus> files =
                    root.getFileSystem(patient.conf()).listFiles(root, true);
            while (files.hasNext()) {
                LocatedFileStatus file = files.next();
                sizes.put(file.getPath().toUri().getPath(), file.getLen());
            }
            return sizes;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + root, e);
        }
    }
}
