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
 * The windows that hold a post: rows with created (microseconds), language and source become one for each width and scope
 * that they are of, with width (seconds), window (start in microseconds) and scope as well.
 *
 * @param widths in seconds
 * @param scopes by name, such as {@code language:de}
 */
public record Windows(List<Integer> widths, List<String> scopes) implements Transform {

    public Windows {
        widths = List.copyOf(widths);
        scopes = List.copyOf(scopes);
    }

    @Override
    public Dataset<Row> apply(Dataset<Row> posts) {
        Dataset<Row> placed = posts.withColumn("placed", explode(windows()))
                .select(col("*"), col("placed.width"), col("placed.window"), col("placed.scope"))
                .drop("placed");
        return scopes.stream().allMatch(ScopeKind.ALL::has)
                ? placed
                : placed.filter(col("scope").isNotNull());
    }

    /** Returns whether a row, of the columns width and scope, is of a window in which posts are counted. */
    Column areCounted() {
        return col("width").isin(widths.toArray()).and(col("scope").isin(scopes.toArray()));
    }

    /** The scope is a column of the rows, not a constant: the planner would not take that for a key of a partitioning. */
    private Column windows() {
        return array(widths.stream().flatMap(this::windows).toArray(Column[]::new));
    }

    private Stream<Column> windows(int width) {
        Column intoWindow = pmod(col("created"), lit(Decisions.widthMicros(width)));
        return Stream.of(ScopeKind.values())
                .filter(kind -> scopes.stream().anyMatch(kind::has))
                .map(kind -> struct(
                        lit(width).as("width"),
                        col("created").minus(intoWindow).as("window"),
                        kind.scope(scopes).as("scope")));
    }
}
