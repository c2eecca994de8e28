package io.groundswell.app.metrics;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.groundswell.job.PlatformException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Answers {@code GET /metrics} in Prometheus' text format, and nothing else. */
final class MetricsServer implements AutoCloseable {
    private static final String PATH = "/metrics";
    private static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int NOT_ALLOWED = 405;
    private static final int BACKLOG = 16;

    private final HttpServer server;
    private final ExecutorService threads;
    private final Supplier<String> text;

    private MetricsServer(HttpServer server, Supplier<String> text) {
        this.server = server;
        this.text = text;
        // One answers: a scrape is short, and who asks for many waits.
        this.threads = Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, "metrics");
            thread.setDaemon(true);
            return thread;
        });
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    /** @throws PlatformException if the address is one that other machines reach, and that is not wanted */
    static void requireTrusted(String address, boolean isOpenToNetwork) {
        if (!host(address).isLoopbackAddress() && !isOpenToNetwork) {
            throw PlatformException.usage(
                    ("Metrics are not served at %s: other machines may reach it, and the endpoint asks nobody who he is. Set"
                                    + " metrics.address=127.0.0.1, or metrics.open-to-network=true if the network is to be"
                                    + " trusted.")
                            .formatted(address));
        }
    }

    /**
     * Opens the endpoint.
     *
     * @param port 0 for any that is free
     * @param text what is answered, asked anew each time
     * @throws PlatformException if the address is taken
     */
    static MetricsServer open(String address, int port, Supplier<String> text) {
        InetAddress host = host(address);
        try {
            return new MetricsServer(HttpServer.create(new InetSocketAddress(host, port), BACKLOG), text);
        } catch (IOException e) {
            throw PlatformException.usage(
                    "Cannot serve metrics at %s port %d: %s. Name another port with --metrics-port, or 0 for none."
                            .formatted(address, port, e.getMessage()),
                    e);
        }
    }

    private static InetAddress host(String address) {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw PlatformException.usage(
                    "metrics.address names no host of this machine: '%s'. Set it to 127.0.0.1.".formatted(address), e);
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean isHead = exchange.getRequestMethod().equals("HEAD");
            if (!exchange.getRequestURI().getPath().equals(PATH)) {
                exchange.sendResponseHeaders(NOT_FOUND, -1);
            } else if (!isHead && !exchange.getRequestMethod().equals("GET")) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                exchange.sendResponseHeaders(NOT_ALLOWED, -1);
            } else {
                byte[] body = text.get().getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", TYPE);
                exchange.sendResponseHeaders(OK, isHead ? -1 : body.length);
                if (!isHead) {
                    exchange.getResponseBody().write(body);
                }
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
