package io.groundswell.app.metrics;

import java.util.Optional;

/**
 * Where metrics are told.
 *
 * @param port of the HTTP endpoint; 0 for none
 * @param address to which the endpoint is bound
 * @param openToNetwork whether the address may be one that other machines reach: the endpoint asks nobody who he is
 * @param file what each run writes at its end, with the job's name before the ending: {@code groundswell.prom} becomes
 *     {@code groundswell-ingest.prom}; empty for none
 */
public record MetricsSettings(int port, String address, boolean openToNetwork, Optional<String> file) {
    public static final MetricsSettings DEFAULT = new MetricsSettings(0, "127.0.0.1", false, Optional.empty());

    private static final int MAX_PORT = 65_535;

    public MetricsSettings {
        if (port < 0 || port > MAX_PORT) {
            throw new IllegalArgumentException("metrics.port must be from 0 (off) to 65535, was " + port);
        }
        if (address.isBlank()) {
            throw new IllegalArgumentException("metrics.address must name an address such as 127.0.0.1, was empty");
        }
        if (file.isPresent() && !file.get().endsWith(".prom")) {
            throw new IllegalArgumentException(
                    "metrics.file must end in .prom, as node_exporter asks for, was " + file.get());
        }
    }

    boolean isServed() {
        return port > 0;
    }
}
