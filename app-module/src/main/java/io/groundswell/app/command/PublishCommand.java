package io.groundswell.app.command;

import io.groundswell.app.CommonOptions;
import io.groundswell.app.Context;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code publish}. */
@Command(
        name = "publish",
        description = "Sends new rows of gold.trends to a Kafka topic as JSON, each at least once, with an id.")
public final class PublishCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common;

    @Mixin
    private TriggerOption trigger;

    @Option(
            names = "--topic",
            paramLabel = "NAME",
            description = "The topic, at kafka.bootstrap-servers (setting publish.topic).")
    private String topic;

    @Override
    public Integer call() {
        Context context = common.context(topic == null ? Map.of() : Map.of("publish.topic", topic));
        return JobReport.run(context, context.jobs().publish(trigger.cadence()));
    }
}
