package io.groundswell.trends.count;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.struct;

import io.groundswell.job.Transform;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The windows that hold a post: rows with created (microseconds), language and source become one for each width and scope,
 * with width (seconds), window (start in microseconds) and scope as well.
 *
 * @param widths in seconds
 */
public record Windows(List<Integer> widths, List<ScopeKind> scopes) implements Transform {
    /** Scopes of which each post has one. */
    private static final List<ScopeKind> OF_EACH_POST = List.of(ScopeKind.ALL, ScopeKind.SOURCE);

    public Windows {
        widths = List.copyOf(widths);
        scopes = List.copyOf(scopes);
    }

    @Override
    public Dataset<Row> apply(Dataset<Row> posts) {
        Dataset<Row> placed = posts.withColumn("placed", explode(windows()))
                .select(col("*"), col("placed.width"), col("placed.window"), col("placed.scope"))
                .drop("placed");
        return OF_EACH_POST.containsAll(scopes)
                ? placed
                : placed.filter(col("scope").isNotNull());
    }

    /** The scope is a column of the rows rather than a constant, which the planner would not take for a key of the partitioning. */
    private Column windows() {
        return array(widths.stream().flatMap(this::windows).toArray(Column[]::new));
    }

    private Stream<Column> windows(int width) {
        Column intoWindow = pmod(col("created"), lit(Decisions.widthMicros(width)));
        return scopes.stream()
                .map(kind -> struct(
                        lit(width).as("width"),
                        col("created").minus(intoWindow).as("window"),
                        kind.scope().as("scope")));
    }
}
