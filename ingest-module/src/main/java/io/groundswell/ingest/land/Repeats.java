package io.groundswell.ingest.land;

import static org.apache.spark.sql.functions.array_size;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.unix_micros;

import io.groundswell.model.PostChange;
import io.groundswell.table.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Finds the changes of a batch that were accepted before: in post_changes, or earlier in the batch in the order of
 * lane and offset. So what is found does not depend on how frames were cut into batches. Works on keys; the wide rows
 * stay where they are.
 *
 * @param horizon how far apart in received time two of a change are still the same; empty for ever
 */
public record Repeats(Table changes, Optional<Duration> horizon) {
    private static final List<String> KEY = List.of("source", "subject", "op", "version");

    /** What a change is one of: a post, or the account that is gone. */
    private static final Column SUBJECT = coalesce(col("post_id"), col("author_id"));

    private static final List<String> POSITION = List.of(LaterCopies.POSITION.fieldNames());

    /** Returns the positions of the repeats. */
    List<Row> in(Dataset<Row> parsed, BatchSpan span) {
        if (span.changes() == 0) {
            return List.of();
        }
        Dataset<Row> arriving = parsed.where(col("op").isNotNull())
                .withColumn("subject", SUBJECT)
                .select(keyAnd(lit(1).as("fresh"), col("lane"), col("offset"), col("received_micros")));
        Column copy = struct(col("fresh"), col("lane"), col("offset"), col("received_micros"));
        return landed(arriving, span)
                .unionByName(arriving)
                .groupBy(keyAnd())
                .agg(sort_array(collect_list(copy)).as("copies"))
                .where(array_size(col("copies")).gt(1))
                .select(col("source"), col("copies"))
                .flatMap(
                        new LaterCopies(horizon.map(Duration::toMillis).orElse(Long.MAX_VALUE)),
                        Encoders.row(LaterCopies.POSITION))
                .collectAsList();
    }

    /** Returns the rows that are not at one of the positions. */
    static Dataset<Row> without(List<Row> positions, Dataset<Row> parsed) {
        if (positions.isEmpty()) {
            return parsed;
        }
        Dataset<Row> repeats = parsed.sparkSession().createDataFrame(positions, LaterCopies.POSITION);
        return parsed.join(broadcast(repeats), columns(POSITION), "left_anti");
    }

    private Dataset<Row> landed(Dataset<Row> arriving, BatchSpan span) {
        // Ids grow with time at most feeds, so the table's statistics pass over most of its files.
        Column isNear = col("post_id").between(span.firstPostId(), span.lastPostId());
        Column isRemoval = col("op").equalTo(PostChange.ACCOUNT_REMOVED);
        Dataset<Row> known =
                changes.read(arriving.sparkSession()).where(span.removals() > 0 ? isNear.or(isRemoval) : isNear);
        if (horizon.isPresent()) {
            Instant first = Instant.EPOCH.plus(span.firstReceived(), ChronoUnit.MICROS);
            Instant last = Instant.EPOCH.plus(span.lastReceived(), ChronoUnit.MICROS);
            known = known.where(col("received_at").between(first.minus(horizon.get()), last.plus(horizon.get())));
        }
        return known.withColumn("subject", SUBJECT)
                .select(keyAnd(
                        lit(0).as("fresh"),
                        col("position.lane").as("lane"),
                        col("position.offset").as("offset"),
                        unix_micros(col("received_at")).as("received_micros")))
                .join(broadcast(arriving.select(keyAnd())), columns(KEY), "left_semi");
    }

    private static Column[] keyAnd(Column... others) {
        return java.util.stream.Stream.concat(KEY.stream().map(functions::col), Arrays.stream(others))
                .toArray(Column[]::new);
    }

    private static Seq<String> columns(List<String> names) {
        return CollectionConverters.asScala(names).toSeq();
    }
}
