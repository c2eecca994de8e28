package io.groundswell.trends.count;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.groundswell.change.TimelyChanges;
import io.groundswell.job.Transform;
import io.groundswell.model.PostChange;
import io.groundswell.table.Micros;
import io.groundswell.trends.count.Interval.Span;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Rows of silver.post_changes on which the decisions of an interval depend: every change of the posts in their windows
 * that was received before its end, and the removals of accounts. The ranges are on plain columns, so that files are skipped.
 */
public record DueChanges(Interval interval, List<Integer> widths) implements Transform {

    @Override
    public Dataset<Row> apply(Dataset<Row> changes) {
        List<Span> spans = interval.created(widths);
        if (spans.isEmpty()) {
            return changes.filter(lit(false));
        }
        Column created = spans.stream().map(span -> lies("created_at", span)).reduce(lit(false), Column::or);
        Span received = new Span(spans.get(0).from() - Interval.CLOCK_SLACK, interval.through());
        // A deletion names no created_at where its feed does not, so all of them are taken; a removal names no post.
        Column isEnd = col("op").isin(PostChange.DELETED, PostChange.ACCOUNT_REMOVED);
        return changes.transform(new TimelyChanges()::apply)
                .filter(lies("received_at", received))
                .filter(isEnd.or(created));
    }

    private static Column lies(String column, Span span) {
        return col(column).geq(lit(Micros.instant(span.from()))).and(col(column).lt(lit(Micros.instant(span.to()))));
    }
}
