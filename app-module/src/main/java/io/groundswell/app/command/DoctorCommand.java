package io.groundswell.app.command;

import io.groundswell.app.CommonOptions;
import io.groundswell.app.Context;
import io.groundswell.app.doctor.Diagnosis;
import io.groundswell.app.doctor.Doctor;
import io.groundswell.app.doctor.Patient;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code doctor}. */
@Command(
        name = "doctor",
        description = "Says what is wrong with the machine, the settings and the lake, and how to mend it.")
public final class DoctorCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common;

    @Option(
            names = "--deep",
            description =
                    "Also read every byte of every file and every row of every table; takes as long as that takes.")
    private boolean isDeep;

    @Override
    public Integer call() {
        CommonOptions.Lenient found = common.lenient();
        Context context = found.context();
        Patient patient = Patient.of(
                context.lake(),
                System.getenv(),
                found.problems(),
                context.clock().instant());
        Diagnosis diagnosis = Doctor.examine(isDeep ? patient.deeply() : patient);
        String lake = context.lake().root();
        context.output().result(diagnosis.document(lake), out -> diagnosis.print(lake, out));
        return diagnosis.exitCode();
    }
}
