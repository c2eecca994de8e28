package io.groundswell.app.command;

import io.groundswell.app.CommonOptions;
import io.groundswell.app.Context;
import io.groundswell.app.lake.KernelTable;
import io.groundswell.app.output.TextTable;
import io.groundswell.model.ModelVersion;
import io.groundswell.table.Catalogue;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code models}, with {@code promote} and {@code rollback}. */
@Command(
        name = "models",
        description = "Lists registered models; promotes one, or rolls back to the one before.",
        subcommands = {ModelsCommand.Promote.class, ModelsCommand.RollBack.class})
public final class ModelsCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() {
        Context context = common.context();
        List<Map<String, Object>> models = KernelTable.contentOf(context.lake().table(Catalogue.MODELS)).stream()
                .sorted(Comparator.comparing((Map<String, Object> model) -> (String) model.get("name"))
                        .thenComparing(model -> -(Integer) model.get("version")))
                .toList();
        TextTable table = new TextTable("model", "version", "aliases", "created", "metrics");
        models.forEach(model -> table.row(
                model.get("name"),
                model.get("version"),
                String.valueOf(model.get("aliases")).replaceAll("[\\[\\]]", ""),
                String.valueOf(model.get("created_at")).replaceFirst("\\.\\d+Z$", "Z"),
                String.valueOf(model.get("metrics")).replaceAll("(\\.\\d{3})\\d+", "$1")));
        context.output().result(Map.of("models", models), out -> out.println(table.render("")));
        return 0;
    }

    private static void tell(Context context, ModelVersion version) {
        context.output()
                .result(
                        Map.of("name", version.name(), "version", version.version(), "aliases", version.aliases()),
                        out -> out.printf("%s version %d serves now.%n", version.name(), version.version()));
    }

    /** {@code models promote NAME VERSION}. */
    @Command(name = "promote", description = "Makes a version the champion, which serves.")
    static final class Promote implements Callable<Integer> {
        @Mixin
        private CommonOptions common;

        @Parameters(index = "0", paramLabel = "NAME", description = "The model, such as topics.")
        private String name;

        @Parameters(index = "1", paramLabel = "VERSION", description = "The version to serve.")
        private int version;

        @Override
        public Integer call() {
            Context context = common.context();
            tell(context, context.registry().promote(context.spark(), name, version));
            return 0;
        }
    }

    /** {@code models rollback NAME}. */
    @Command(name = "rollback", description = "Makes the version champion again that was it before.")
    static final class RollBack implements Callable<Integer> {
        @Mixin
        private CommonOptions common;

        @Parameters(index = "0", paramLabel = "NAME", description = "The model, such as topics.")
        private String name;

        @Override
        public Integer call() {
            Context context = common.context();
            tell(context, context.registry().rollBack(context.spark(), name));
            return 0;
        }
    }
}
