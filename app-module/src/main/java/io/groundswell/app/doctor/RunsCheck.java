package io.groundswell.app.doctor;

import io.groundswell.model.Run;
import io.groundswell.table.Catalogue;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which jobs failed when they were run last. */
record RunsCheck() implements Check {
    @Override
    public String name() {
        return "runs";
    }

    @Override
    public List<Finding> examine(Patient patient) {
        return findings(patient.table(Catalogue.RUNS).rows());
    }

    /** @param runs rows of ops.runs */
    static List<Finding> findings(List<Map<String, Object>> runs) {
        Map<String, Map<String, Object>> last = new TreeMap<>();
        for (Map<String, Object> run : runs) {
            last.merge(String.valueOf(run.get("job")), run, (a, b) -> started(a).compareTo(started(b)) > 0 ? a : b);
        }
        List<Finding> failed = last.entrySet().stream()
                .filter(run -> Run.FAILED.equals(run.getValue().get("status")))
                .map(run -> Finding.warning(
                        "The last run of '%s', at %s, failed with %s."
                                .formatted(
                                        run.getKey(),
                                        started(run.getValue()),
                                        run.getValue().get("error")),
                        "What it had committed is whole; the rest is not done.",
                        "Look for its time in groundswell.log, mend the cause, and run '%s' again."
                                .formatted(run.getKey())))
                .toList();
        return failed.isEmpty()
                ? List.of(Finding.ok("The last run of each of %d jobs was done".formatted(last.size())))
                : failed;
    }

    private static String started(Map<String, Object> run) {
        return String.valueOf(run.get("started_at"));
    }
}
