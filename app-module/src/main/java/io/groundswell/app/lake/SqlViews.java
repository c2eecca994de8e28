package io.groundswell.app.lake;

import io.groundswell.table.Catalogue;
import io.groundswell.table.Lake;
import io.groundswell.table.Table;
import io.groundswell.table.TableSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.SparkSession;

/**
 * The names that a query may use: each table of the catalogue that is there, under its name without the layer, and views
 * that spare an analyst what is easily done wrong, such as counting a window once for each of its decisions.
 */
public final class SqlViews {
    private static final String NEWEST = """
            SELECT * EXCEPT (newest) FROM (
              SELECT *, row_number() OVER (
                PARTITION BY window_start, window_width, scope, kind, term ORDER BY decided_at DESC) AS newest
              FROM %s)
            WHERE newest = 1""";

    private static final List<Rollup> ROLLUPS = List.of(
            new Rollup(
                    "counts_as_known",
                    Catalogue.TERM_COUNTS,
                    "each window's newest decision",
                    NEWEST.formatted("term_counts")),
            new Rollup(
                    "trends_as_known", Catalogue.TRENDS, "each window's newest decision", NEWEST.formatted("trends")),
            new Rollup("terms_by_hour", Catalogue.TERM_COUNTS, "posts and distinct authors of a term in an hour", """
                    SELECT window_start AS hour, scope, kind, term, posts, authors
                    FROM counts_as_known WHERE window_width = 3600 AND kind <> 'total'"""),
            new Rollup(
                    "terms_by_day",
                    Catalogue.TERM_COUNTS,
                    "posts of a term in a day, and the most distinct authors of one of its hours",
                    """
                    SELECT date_trunc('DAY', hour) AS day, scope, kind, term, sum(posts) AS posts,
                      max(authors) AS authors_of_busiest_hour
                    FROM terms_by_hour GROUP BY ALL"""),
            new Rollup("posts_by_hour", Catalogue.POSTS, "posts and distinct authors", posts("HOUR", "hour")),
            new Rollup("posts_by_day", Catalogue.POSTS, "posts and distinct authors", posts("DAY", "day")));

    private SqlViews() {}

    /**
     * A name that a query may use.
     *
     * @param holds what a row is
     */
    public record View(String name, String holds) {}

    private record Rollup(String name, TableSpec table, String holds, String query) {}

    /** Makes the names known to a session, and returns those of which the lake has the tables. */
    public static List<View> define(SparkSession spark, Lake lake) {
        List<View> views = new ArrayList<>();
        Set<TableSpec> there = new HashSet<>();
        for (TableSpec spec : Catalogue.all()) {
            Table table = lake.table(spec);
            if (table.exists(spark)) {
                table.requireWholeLog(spark);
                there.add(spec);
                String name = spec.name().substring(spec.name().indexOf('.') + 1);
                table.read(spark).createOrReplaceTempView(name);
                views.add(new View(name, spec.holds()));
            }
        }
        for (Rollup rollup : ROLLUPS) {
            if (there.contains(rollup.table())) {
                spark.sql(rollup.query()).createOrReplaceTempView(rollup.name());
                views.add(new View(rollup.name(), rollup.holds()));
            }
        }
        return views;
    }

    private static String posts(String unit, String column) {
        return """
                SELECT date_trunc('%s', created_at) AS %s, source, language, count(*) AS posts,
                  count(DISTINCT author_id) AS authors
                FROM posts GROUP BY ALL""".formatted(unit, column);
    }
}
