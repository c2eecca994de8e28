package io.groundswell.app.command;

import io.groundswell.app.Context;
import io.groundswell.job.Job;
import io.groundswell.model.Run;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Runs a job and says what it did. */
final class JobReport {
    private JobReport() {}

    static int run(Context context, Job job) {
        return run(context, job, List.of());
    }

    /**
     * @param putOff what the job leaves to a later run, filled as it runs
     */
    static int run(Context context, Job job, List<String> putOff) {
        Run run = context.run(job);
        Map<String, Object> document = document(run);
        if (!putOff.isEmpty()) {
            document.put("put_off", putOff);
        }
        context.output().result(document, out -> {
            out.println(line(run));
            putOff.forEach(what -> out.println("put off: " + what));
        });
        return 0;
    }

    /** Returns what a run did, for a program. */
    static Map<String, Object> document(Run run) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("job", run.job());
        document.put("run_id", run.runId());
        document.put("status", run.status());
        document.put("engine", run.engine());
        document.put("seconds", run.seconds());
        document.put("rows", run.rows());
        document.put("versions_read", run.versionsRead());
        document.put("versions_written", run.versionsWritten());
        return document;
    }

    /** Returns what a run did, for a person. */
    static String line(Run run) {
        return "%s done in %.1f s: %s"
                .formatted(
                        run.job(),
                        run.seconds(),
                        run.rows().entrySet().stream()
                                .map(count -> "%s %,d".formatted(count.getKey(), count.getValue()))
                                .collect(Collectors.joining(", ")));
    }
}
