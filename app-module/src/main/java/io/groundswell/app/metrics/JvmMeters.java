package io.groundswell.app.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.function.DoubleSupplier;
import java.util.function.ToLongFunction;

/** Memory, collections and threads of this process: the same few names under every collector. */
final class JvmMeters implements MeterBinder {
    private final MemoryMXBean memory = ManagementFactory.getMemoryMXBean();

    @Override
    public void bindTo(MeterRegistry registry) {
        usage(registry, "heap", () -> memory.getHeapMemoryUsage().getUsed());
        usage(registry, "nonheap", () -> memory.getNonHeapMemoryUsage().getUsed());
        Gauge.builder(Metric.JVM_HEAP_MAX.meter(), () -> memory.getHeapMemoryUsage()
                        .getMax())
                .description(Metric.JVM_HEAP_MAX.help())
                .register(registry);
        Gauge.builder(Metric.JVM_THREADS.meter(), () -> ManagementFactory.getThreadMXBean()
                        .getThreadCount())
                .description(Metric.JVM_THREADS.help())
                .register(registry);
        collections(registry, Metric.JVM_GC_SECONDS, GarbageCollectorMXBean::getCollectionTime, 1000.0);
        collections(registry, Metric.JVM_GC_COUNT, GarbageCollectorMXBean::getCollectionCount, 1.0);
    }

    private static void usage(MeterRegistry registry, String area, DoubleSupplier used) {
        Gauge.builder(Metric.JVM_MEMORY.meter(), used::getAsDouble)
                .description(Metric.JVM_MEMORY.help())
                .tag("area", area)
                .register(registry);
    }

    private void collections(
            MeterRegistry registry, Metric metric, ToLongFunction<GarbageCollectorMXBean> figure, double scale) {
        FunctionCounter.builder(
                        metric.meter(),
                        this,
                        any -> ManagementFactory.getGarbageCollectorMXBeans().stream()
                                        .mapToLong(figure)
                                        .filter(known -> known > 0) // −1 where a collector does not say
                                        .sum()
                                / scale)
                .description(metric.help())
                .register(registry);
    }
}
