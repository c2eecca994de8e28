package io.groundswell.app.doctor;

import java.util.List;
import java.util.stream.Stream;

/** Every check, in the order of a report. */
public final class Doctor {
    private static final List<Check> CHECKS = List.of(
            new JavaCheck(),
            new DiskCheck(),
            new SettingsCheck(),
            new SparkHomeCheck(),
            new TablesCheck(),
            new LogCheck(),
            new SchemaCheck(),
            new RebuildCheck(),
            new VersionsCheck(),
            new ProfileCheck(),
            new DataFilesCheck(),
            new WrittenFilesCheck(),
            new RowsCheck(),
            new SmallFilesCheck(),
            new LeaseCheck(),
            new CheckpointCheck(),
            new RunsCheck(),
            new GapsCheck(),
            new RejectedCheck(),
            new ModelsCheck(),
            new LagCheck());

    private Doctor() {}

    /** Makes every check; one that a broken lake stops tells so and stops no other. */
    public static Diagnosis examine(Patient patient) {
        return new Diagnosis(
                CHECKS.stream().flatMap(check -> told(check, patient)).toList());
    }

    private static Stream<Diagnosis.Told> told(Check check, Patient patient) {
        String cure = "Mend what is found above, and ask again.";
        return Failures.told("What '" + check.name() + "' looks at", cure, () -> check.examine(patient)).stream()
                .map(finding -> new Diagnosis.Told(check, finding));
    }
}
