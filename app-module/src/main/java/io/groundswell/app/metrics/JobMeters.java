package io.groundswell.app.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The meters of one job. Every metric here has the job as its first label; the methods take the values of the others.
 * A label that has had as many values as it may have gets {@link #OTHER} for each further one.
 */
final class JobMeters {
    static final String OTHER = "other";
    static final int MAX_VALUES = 20;

    private static final Duration[] BUCKETS = LongStream.of(
                    250, 500, 1_000, 2_000, 5_000, 10_000, 30_000, 60_000, 300_000)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final String job;
    private final MeterRegistry registry;
    private final Clock clock;
    private final Map<String, Value> values = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> known = new ConcurrentHashMap<>();

    JobMeters(String job, MeterRegistry registry, Clock clock) {
        this.job = job;
        this.registry = registry;
        this.clock = clock;
    }

    /** What a gauge shows: it is kept here, since registries hold it weakly. */
    private static final class Value {
        private volatile double now;
    }

    void set(Metric metric, Number value, String... labels) {
        value(metric, held -> held.now, labels).now = value.doubleValue();
    }

    /** Sets a moment, and the age of it that is counted anew whenever it is asked for. */
    void setMoment(Metric moment, Metric age, Instant value, String... labels) {
        double seconds = value.toEpochMilli() / 1000.0;
        // Who sees the moment sees its age too.
        value(age, held -> clock.millis() / 1000.0 - held.now, labels).now = seconds;
        set(moment, seconds, labels);
    }

    void add(Metric metric, Number more, String... labels) {
        Counter.builder(metric.meter())
                .description(metric.help())
                .tags(tags(metric, labels))
                .register(registry)
                .increment(more.doubleValue());
    }

    void time(Metric metric, Duration took, String... labels) {
        Timer.builder(metric.meter())
                .description(metric.help())
                .tags(tags(metric, labels))
                .serviceLevelObjectives(BUCKETS)
                .register(registry)
                .record(took);
    }

    private Value value(Metric metric, ToDoubleFunction<Value> shown, String... labels) {
        List<Tag> tags = tags(metric, labels);
        return values.computeIfAbsent(metric.meter() + tags, any -> {
            Value value = new Value();
            Gauge.builder(metric.meter(), value, shown)
                    .description(metric.help())
                    .tags(tags)
                    .register(registry);
            return value;
        });
    }

    private List<Tag> tags(Metric metric, String... labels) {
        if (labels.length != metric.labels().size() - 1) {
            throw new IllegalArgumentException(metric + " has the labels " + metric.labels());
        }
        List<Tag> tags = new ArrayList<>(List.of(Tag.of("job", job)));
        IntStream.range(0, labels.length)
                .mapToObj(i -> Tag.of(
                        metric.labels().get(i + 1), bounded(metric.labels().get(i + 1), labels[i])))
                .forEach(tags::add);
        return tags;
    }

    private String bounded(String label, String value) {
        Set<String> seen = known.computeIfAbsent(label, any -> ConcurrentHashMap.newKeySet());
        if (seen.contains(value) || seen.size() < MAX_VALUES) {
            seen.add(value);
            return value;
        }
        return OTHER;
    }
}
