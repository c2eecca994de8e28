package io.groundswell.app.command;

import java.util.Map;
import picocli.CommandLine.Option;

/** Where metrics are served while the command runs. */
final class MetricsOption {
    @Option(
            names = "--metrics-port",
            paramLabel = "N",
            description = "Serve metrics for Prometheus at this port of 127.0.0.1, path /metrics; 0 for none (setting"
                    + " metrics.port).")
    private Integer port;

    /** Returns the settings that the flag stands for. */
    Map<String, String> flags() {
        return port == null ? Map.of() : Map.of("metrics.port", port.toString());
    }
}
