package io.groundswell.trends.rule;

import io.groundswell.model.RuleChange;
import io.groundswell.table.Catalogue;
import io.groundswell.table.Lake;
import io.groundswell.table.Rows;
import io.groundswell.table.Table;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The table ops.rules of a lake, which is missing where nobody has ever added a rule. */
public record RuleTable(Lake lake) {

    /** Returns the newest version, which costs no Spark job; empty where there is no such table. */
    public OptionalLong version(SparkSession spark) {
        return table().version(spark);
    }

    /** Returns the rows of the newest version; none where there is no such table. */
    public List<RuleChange> changes(SparkSession spark) {
        Table table = table();
        if (!table.exists(spark)) {
            return List.of();
        }
        return table.read(spark).collectAsList().stream().map(RuleTable::change).toList();
    }

    void append(SparkSession spark, RuleChange change) {
        Table table = table();
        table.createIfAbsent(spark);
        table.requireColumns(spark);
        table.append(
                spark.createDataFrame(List.of(Rows.of(change)), table.spec().schema()));
    }

    private Table table() {
        return lake.table(Catalogue.RULES);
    }

    private static RuleChange change(Row row) {
        return new RuleChange(
                row.getAs("rule_id"),
                row.getAs("action"),
                row.getAs("kind"),
                row.getAs("source"),
                row.getAs("value"),
                (Double) own(row, "min_evidence"),
                (Integer) own(row, "min_authors"),
                row.getAs("comment"),
                instant(row, "effective_at"),
                row.<Boolean>getAs("is_end"),
                instant(row, "added_at"));
    }

    /** Returns a threshold of a watch; null in a table of before there were any. */
    private static Object own(Row row, String column) {
        return row.schema().getFieldIndex(column).isDefined() ? row.getAs(column) : null;
    }

    private static Instant instant(Row row, String column) {
        return row.<Timestamp>getAs(column).toInstant();
    }
}
