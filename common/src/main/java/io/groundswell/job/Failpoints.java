package io.groundswell.job;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Named places at which a test can end the process, to see what a crash there leaves behind. Inert unless the system
 * property {@code groundswell.failpoints} is set to {@code name:n}: the process halts when the place is passed for the
 * n-th time.
 */
public final class Failpoints {
    /** What a process killed with signal 9 exits with. */
    private static final int KILLED = 137;

    private static final String ARMED = System.getProperty("groundswell.failpoints", "");
    private static final Map<String, AtomicInteger> PASSED = new ConcurrentHashMap<>();

    private Failpoints() {}

    /** Passes the place of a name such as {@code bronze.afterCommit}. */
    public static void hit(String name) {
        if (ARMED.isEmpty() || !ARMED.startsWith(name + ":")) {
            return;
        }
        int times = PASSED.computeIfAbsent(name, any -> new AtomicInteger()).incrementAndGet();
        if (times == Integer.parseInt(ARMED.substring(name.length() + 1))) {
            Runtime.getRuntime().halt(KILLED);
        }
    }
}
