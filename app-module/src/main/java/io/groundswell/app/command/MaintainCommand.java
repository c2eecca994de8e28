package io.groundswell.app.command;

import io.groundswell.app.CommonOptions;
import io.groundswell.app.Context;
import io.groundswell.job.PlatformException;
import io.groundswell.table.Catalogue;
import io.groundswell.table.TableSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code maintain}. */
@Command(
        name = "maintain",
        description = "Compacts and vacuums tables, and lets go what is past its retention, beside running jobs.")
public final class MaintainCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common;

    @Option(
            names = "--table",
            paramLabel = "NAME",
            description = "One table, such as silver.post_changes; may be given again. Without it all, and the spool.")
    private final List<String> tables = new ArrayList<>();

    @Option(
            names = "--spool",
            paramLabel = "DIR",
            description = "The spool whose landed segments go after maintain.spool-after (setting ingest.input).")
    private String spool;

    @Override
    public Integer call() {
        Map<String, String> flags = new LinkedHashMap<>();
        if (spool != null) {
            flags.put("ingest.input", spool);
            flags.put("ingest.kind", "spool");
        }
        List<TableSpec> specs = tables.stream().map(MaintainCommand::spec).toList();
        Context context = common.context(flags);
        List<String> putOff = new ArrayList<>();
        return JobReport.run(context, context.jobs().maintain(specs, putOff::add), putOff);
    }

    private static TableSpec spec(String name) {
        return Catalogue.find(name)
                .orElseThrow(() -> PlatformException.usage(
                        "There is no table '%s'. 'tables' lists those there are.".formatted(name)));
    }
}
