package io.groundswell.app.doctor;

import io.groundswell.app.lake.DataFile;
import io.groundswell.app.lake.KernelTable;
import io.groundswell.app.rebuild.Versions;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Whether rows are of an older parser, extractor or scorer than this build's, by the statistics of their files. */
record VersionsCheck() implements Check {
    @Override
    public String name() {
        return "versions";
    }

    @Override
    public List<Finding> examine(Patient patient) {
        List<Finding> found = new ArrayList<>();
        for (Versions.Written written : Versions.all()) {
            List<DataFile> files = patient.table(written.spec())
                    .content()
                    .map(KernelTable::files)
                    .orElse(List.of());
            OptionalLong least = files.stream()
                    .flatMapToLong(file -> file.least(written.column()).stream())
                    .min();
            if (least.isPresent() && least.getAsLong() < written.version()) {
                found.add(Finding.warning(
                        "%s has rows of %s %d; this build writes %d."
                                .formatted(
                                        written.spec().name(), written.column(), least.getAsLong(), written.version()),
                        "Rows of two versions stand side by side, and what is compared differs by more than the posts.",
                        "Run 'rebuild' beside the running jobs, once they are of this build: it makes silver and gold"
                                + " anew from bronze."));
            }
        }
        return found.isEmpty() ? List.of(Finding.ok("All rows are of this build's versions")) : found;
    }
}
