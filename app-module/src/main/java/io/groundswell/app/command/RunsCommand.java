package io.groundswell.app.command;

import io.groundswell.app.CommonOptions;
import io.groundswell.app.Context;
import io.groundswell.app.lake.KernelTable;
import io.groundswell.app.output.TextTable;
import io.groundswell.table.Catalogue;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code runs}. */
@Command(name = "runs", description = "Lists the runs of jobs, newest first.")
public final class RunsCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common;

    @Option(
            names = "--limit",
            paramLabel = "N",
            converter = LimitConverter.class,
            defaultValue = "20",
            description = "Runs to show (default: 20).")
    private int limit;

    @Override
    public Integer call() {
        Context context = common.context();
        List<Map<String, Object>> runs = KernelTable.contentOf(context.lake().table(Catalogue.RUNS)).stream()
                .sorted(Comparator.comparing((Map<String, Object> run) -> String.valueOf(run.get("started_at")))
                        .reversed())
                .limit(limit)
                .toList();
        TextTable table = new TextTable("started", "job", "status", "seconds", "rows");
        runs.forEach(run -> table.row(
                String.valueOf(run.get("started_at")).replaceFirst("\\.\\d+Z$", "Z"),
                run.get("job"),
                run.get("status"),
                "%.1f".formatted((Double) run.get("seconds")),
                String.valueOf(run.get("rows")).replaceAll("[{}]", "")));
        context.output().result(Map.of("runs", runs), out -> out.println(table.render("")));
        return 0;
    }
}
