package io.groundswell.app.command;

import io.groundswell.app.CommonOptions;
import io.groundswell.app.Context;
import io.groundswell.app.output.JsonRows;
import io.groundswell.job.PlatformException;
import io.groundswell.table.Catalogue;
import io.groundswell.table.TableSpec;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code export}. */
@Command(name = "export", description = "Writes a table's rows to a file, a JSON object a line.")
public final class ExportCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common;

    @Parameters(paramLabel = "TABLE", description = "A table of 'tables', such as gold.trends.")
    private String table;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "FILE.ndjson",
            description = "The file, which appears when it is whole; one that is there is replaced.")
    private Path file;

    @Override
    public Integer call() throws IOException {
        TableSpec spec = Catalogue.find(table)
                .orElseThrow(() -> PlatformException.usage("There is no table '%s'. The tables are: %s."
                        .formatted(
                                table,
                                Catalogue.all().stream().map(TableSpec::name).collect(Collectors.joining(", ")))));
        if (!file.toString().endsWith(".ndjson")) {
            throw PlatformException.usage("Cannot export to %s: the file's name must end in .ndjson.".formatted(file));
        }
        Context context = common.context();
        Dataset<Row> rows = context.lake().table(spec).read(context.spark());
        long written = write(JsonRows.of(rows).toLocalIterator());
        context.output()
                .result(
                        Map.of("table", spec.name(), "rows", written, "file", file.toString()),
                        out -> out.printf("%s: %,d rows in %s%n", spec.name(), written, file));
        return 0;
    }

    private long write(Iterator<String> lines) throws IOException {
        Path whole = file.toAbsolutePath();
        Files.createDirectories(whole.getParent());
        Path part = whole.resolveSibling("." + whole.getFileName() + ".part");
        long written = 0;
        try (BufferedWriter out = Files.newBufferedWriter(part)) {
            while (lines.hasNext()) {
                out.write(lines.next());
                out.write('\n');
                written++;
            }
            out.close();
            Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
        return written;
    }
}
