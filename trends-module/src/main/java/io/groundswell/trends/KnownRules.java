package io.groundswell.trends;

import io.groundswell.table.Lake;
import io.groundswell.trends.rule.RuleTable;
import io.groundswell.trends.rule.Rules;
import java.util.OptionalLong;
import org.apache.spark.sql.SparkSession;

/** The rules of a lake, read anew once they have changed: a rule needs no restart, and none costs no Spark job. */
final class KnownRules {
    private final RuleTable table;
    private OptionalLong version = OptionalLong.empty();
    private Rules rules = Rules.NONE;

    KnownRules(Lake lake) {
        this.table = new RuleTable(lake);
    }

    /** Returns the rules that hold at some decision of an interval. */
    Rules of(SparkSession spark, long after, long through) {
        OptionalLong newest = table.version(spark);
        if (!newest.equals(version)) {
            rules = Rules.of(table.changes(spark));
            version = newest;
        }
        return rules.during(after, through);
    }
}
