package io.groundswell.app.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.app.CommonOptions;
import io.groundswell.app.Context;
import io.groundswell.app.lake.SqlViews;
import io.groundswell.app.output.JsonRows;
import io.groundswell.app.output.TextTable;
import io.groundswell.job.PlatformException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sql}. */
@Command(
        name = "sql",
        description = {
            "Runs a query over the lake's tables and prints its rows.",
            "A table is named without its layer: post_changes, posts, trends. Rollups: counts_as_known, trends_as_known,"
                    + " terms_by_hour, terms_by_day, posts_by_hour, posts_by_day. Without a query the names are listed."
        })
public final class SqlCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Mixin
    private CommonOptions common;

    @Parameters(paramLabel = "QUERY", arity = "0..1", description = "A SELECT in Spark's SQL; nothing else is run.")
    private String query;

    @Option(
            names = "--limit",
            paramLabel = "N",
            converter = LimitConverter.class,
            defaultValue = "100",
            description = "Rows to show (default: 100).")
    private int limit;

    @Override
    public Integer call() {
        Context context = common.context();
        SparkSession spark = context.spark();
        List<SqlViews.View> views = SqlViews.define(spark, context.lake());
        if (views.isEmpty()) {
            throw PlatformException.usage("There are no tables below %s: './groundswell demo' makes a lake."
                    .formatted(context.lake().root()));
        }
        if (query == null) {
            list(views, context);
        } else {
            show(rows(spark), context);
        }
        return 0;
    }

    private static void list(List<SqlViews.View> views, Context context) {
        TextTable table = new TextTable("name", "a row is");
        views.forEach(view -> table.row(view.name(), view.holds()));
        List<Map<String, String>> document = views.stream()
                .map(view -> Map.of("name", view.name(), "holds", view.holds()))
                .toList();
        context.output().result(Map.of("views", document), out -> out.println(table.render("")));
    }

    /** Returns what is asked for. In brackets nothing but a query can be read, so the lake can't be changed. */
    private Dataset<Row> rows(SparkSession spark) {
        String one = query.strip().replaceFirst(";$", "");
        try {
            return analysed(spark, "SELECT * FROM (\n" + one + "\n)");
        } catch (AnalysisException e) {
            throw PlatformException.usage("The query can't be run: %s".formatted(e.getMessage()));
        }
    }

    /** Says what Spark's method does not declare. */
    private static Dataset<Row> analysed(SparkSession spark, String statement) throws AnalysisException {
        return spark.sql(statement);
    }

    private void show(Dataset<Row> rows, Context context) {
        String[] columns = rows.columns();
        List<Map<String, Object>> found = JsonRows.of(rows.limit(limit + 1)).collectAsList().stream()
                .map(SqlCommand::values)
                .toList();
        boolean isMore = found.size() > limit;
        List<Map<String, Object>> shown = isMore ? found.subList(0, limit) : found;
        Map<String, Object> document = new LinkedHashMap<>();
        document.put(
                "columns",
                Arrays.stream(rows.schema().fields()).map(SqlCommand::column).toList());
        document.put("rows", shown);
        document.put("more", isMore);
        context.output().result(document, out -> print(columns, shown, isMore, out));
    }

    private void print(String[] columns, List<Map<String, Object>> rows, boolean isMore, PrintStream out) {
        TextTable table = new TextTable(columns);
        rows.forEach(row -> table.row(Arrays.stream(columns)
                .map(column -> row.get(column) == null ? "" : row.get(column))
                .toArray()));
        out.println(table.render(""));
        if (isMore) {
            out.printf("… and more: --limit shows more than %,d%n", limit);
        }
    }

    private static Map<String, String> column(StructField field) {
        return Map.of("name", field.name(), "type", field.dataType().simpleString());
    }

    @SuppressWarnings("unchecked") // Jackson makes a map with the columns' names of an object
    private static Map<String, Object> values(String json) {
        try {
            return JSON.readValue(json, LinkedHashMap.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Spark wrote a row that is no JSON", e);
        }
    }
}
