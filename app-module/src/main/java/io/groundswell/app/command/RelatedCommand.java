package io.groundswell.app.command;

import io.groundswell.app.CommonOptions;
import io.groundswell.app.Context;
import io.groundswell.app.finding.GraphWindow;
import io.groundswell.app.output.TextTable;
import io.groundswell.features.text.Canonical;
import io.groundswell.graph.RelatedTags;
import io.groundswell.table.Catalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Row;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code related}. */
@Command(
        name = "related",
        description = "Lists the hashtags most closely related to one, in the newest graph that has it.")
public final class RelatedCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common;

    @Parameters(paramLabel = "TAG", description = "A hashtag, with or without its sign.")
    private String tag;

    @Option(
            names = "--limit",
            paramLabel = "N",
            converter = LimitConverter.class,
            defaultValue = "15",
            description = "Tags to show (default: 15).")
    private int limit;

    @Override
    public Integer call() {
        Context context = common.context();
        String canonical = Canonical.of(tag.replaceFirst("^#", ""));
        List<Row> related = context.lake()
                .table(Catalogue.HASHTAG_EDGES)
                .read(context.spark())
                .transform(new RelatedTags(canonical, limit)::apply)
                .collectAsList();
        TextTable table = new TextTable("tag", "npmi", "salton", "authors");
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Row row : related) {
            GraphWindow window = GraphWindow.of(row);
            table.row(
                    "#" + row.getString(0),
                    "%.2f".formatted(row.getDouble(1)),
                    "%.2f".formatted(row.getDouble(2)),
                    row.getLong(3));
            rows.add(Map.of(
                    "tag",
                    row.getString(0),
                    "npmi",
                    row.getDouble(1),
                    "salton",
                    row.getDouble(2),
                    "support",
                    row.getLong(3),
                    "window_start",
                    window.start().toString(),
                    "window_width",
                    window.width()));
        }
        context.output()
                .result(
                        Map.of("tag", canonical, "related", rows),
                        out -> out.println(
                                related.isEmpty()
                                        ? "No significant edge at #%s in any graph.".formatted(canonical)
                                        : "In the graph of %s:%n%n%s"
                                                .formatted(
                                                        GraphWindow.of(related.get(0))
                                                                .words(),
                                                        table.render(""))));
        return 0;
    }
}
