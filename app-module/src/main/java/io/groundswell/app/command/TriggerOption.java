package io.groundswell.app.command;

import io.groundswell.job.Cadence;
import picocli.CommandLine.Option;

/** When a streaming job works. */
final class TriggerOption {
    @Option(
            names = "--trigger",
            paramLabel = "WHEN",
            converter = CadenceConverter.class,
            defaultValue = "available-now",
            description = "available-now: take what is there and stop (for schedules); or a time such as 2s: go on, a"
                    + " micro-batch at most that often (default: ${DEFAULT-VALUE}).")
    private Cadence cadence;

    Cadence cadence() {
        return cadence;
    }
}
