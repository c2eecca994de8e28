package io.groundswell.app.command;

import io.groundswell.app.CommonOptions;
import io.groundswell.app.Context;
import io.groundswell.app.output.TextTable;
import io.groundswell.app.settings.Settings;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code config}. */
@Command(name = "config", description = "Shows every setting and where it came from.")
public final class ConfigCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() {
        Context context = common.context();
        List<Settings.Entry> entries = context.settings().entries();
        TextTable table = new TextTable("setting", "value", "from");
        entries.forEach(entry -> table.row(entry.key(), entry.value(), entry.origin()));
        context.output()
                .result(
                        Map.of(
                                "settings",
                                entries.stream()
                                        .map(entry -> Map.of(
                                                "key", entry.key(), "value", entry.value(), "origin", entry.origin()))
                                        .toList()),
                        out -> out.println(table.render("")));
        return 0;
    }
}
