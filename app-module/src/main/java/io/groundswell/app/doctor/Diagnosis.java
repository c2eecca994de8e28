package io.groundswell.app.doctor;

import io.groundswell.app.doctor.Finding.Severity;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What all checks found, in their order. */
public record Diagnosis(List<Told> findings) {

    /** A finding and the check that made it. */
    record Told(Check check, Finding finding) {}

    /** Returns 0 where nothing is wrong but what a warning tells, 2 for the machine or the settings, 1 for the lake. */
    public int exitCode() {
        return findings.stream()
                .filter(told -> told.finding().severity() == Severity.ERROR)
                .mapToInt(told -> told.check().place().exitCode())
                .max()
                .orElse(0);
    }

    public Map<String, Object> document(String lake) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("lake", lake);
        document.put("errors", count(Severity.ERROR));
        document.put("warnings", count(Severity.WARNING));
        document.put(
                "findings",
                findings.stream()
                        .map(told -> told.finding().document(told.check().name()))
                        .toList());
        return document;
    }

    /** Prints a line a finding, with why and cure below one that is not well. */
    public void print(String lake, PrintStream out) {
        out.printf("%s%n%n", lake);
        for (Told told : findings) {
            Finding finding = told.finding();
            out.printf(
                    "%-8s %-12s %s%n", finding.severity().word(), told.check().name(), finding.what());
            if (finding.severity() != Severity.OK) {
                out.printf("%22s%s%n", "", finding.why());
                out.printf("%22s→ %s%n", "", finding.cure());
            }
        }
        out.printf("%n%d errors, %d warnings%n", count(Severity.ERROR), count(Severity.WARNING));
    }

    private long count(Severity severity) {
        return findings.stream()
                .filter(told -> told.finding().severity() == severity)
                .count();
    }
}
