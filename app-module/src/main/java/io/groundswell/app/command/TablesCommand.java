package io.groundswell.app.command;

import io.groundswell.app.CommonOptions;
import io.groundswell.app.Context;
import io.groundswell.app.lake.KernelTable;
import io.groundswell.app.output.TextTable;
import io.groundswell.table.Catalogue;
import io.groundswell.table.ContentHash;
import io.groundswell.table.Table;
import io.groundswell.table.TableSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tables}. */
@Command(name = "tables", description = "Lists the lake's tables with rows and versions.")
public final class TablesCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common;

    @Option(
            names = "--hash",
            description =
                    "Also hash each table's content, whatever the order of its rows: equal hashes, equal content.")
    private boolean isHashed;

    @Override
    public Integer call() {
        Context context = common.context();
        List<Map<String, Object>> tables = new ArrayList<>();
        TextTable text = isHashed
                ? new TextTable("table", "rows", "version", "hash")
                : new TextTable("table", "rows", "version", "holds");
        for (TableSpec spec : Catalogue.all()) {
            Table table = context.lake().table(spec);
            Optional<KernelTable> open = KernelTable.open(table);
            if (open.isEmpty()) {
                continue;
            }
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("name", spec.name());
            row.put("rows", open.get().rows());
            row.put("version", open.get().version());
            row.put("path", table.path());
            if (isHashed) {
                row.put(
                        "hash",
                        ContentHash.of(table.read(context.spark()), spec.hashed())
                                .hash());
            }
            tables.add(row);
            text.row(spec.name(), row.get("rows"), row.get("version"), isHashed ? row.get("hash") : spec.holds());
        }
        context.output().result(Map.of("lake", context.lake().root(), "tables", tables), out -> {
            out.println(
                    tables.isEmpty()
                            ? "No tables below %s: './groundswell demo' makes a lake."
                                    .formatted(context.lake().root())
                            : text.render(""));
        });
        return 0;
    }
}
