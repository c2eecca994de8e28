package io.groundswell.testkit.audit;

import static io.groundswell.testkit.XLines.deletion;
import static io.groundswell.testkit.XLines.frame;
import static io.groundswell.testkit.XLines.id;
import static io.groundswell.testkit.XLines.micros;
import static io.groundswell.testkit.XLines.post;

import io.groundswell.table.Micros;
import io.groundswell.testkit.ledger.Ledger;
import io.groundswell.testkit.ledger.LedgerContent;
import io.groundswell.testkit.ledger.OfferedFrame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * A ledger and the tables that follow from it, written out by hand: two posts of a tag, one of them deleted and one
 * sent twice, a broken frame, and a frame that was never acked and has not landed.
 */
record SmallLake(SparkSession spark, Path root, Path ledger) {
    private static final List<OfferedFrame> FRAMES = List.of(
            post(0, "ann", 10, 11, "flood"),
            post(1, "bob", 20, 21, "flood"),
            post(1, "bob", 20, 30, "flood"), // a repeat
            frame(3, 40, "{\"data\":"),
            deletion(4, 0, 10, 400),
            post(5, "eve", 899, 900));

    private static final String POSITION = "struct<lane:string,offset:bigint>";

    static SmallLake write(SparkSession spark, Path folder) throws IOException {
        SmallLake lake = new SmallLake(spark, folder.resolve("lake"), folder.resolve("ledger"));
        try (Ledger written = Ledger.create(lake.ledger)) {
            for (int i = 0; i < FRAMES.size(); i++) {
                OfferedFrame frame = FRAMES.get(i);
                List<OfferedFrame> numbered = List.of(new OfferedFrame(i, frame.receivedMicros(), frame.payload()));
                written.offer(numbered);
                written.ack(numbered);
            }
            written.offer(List.of(post(6, "joe", 1_000, 1_001, "flood")));
        }
        lake.writeTables();
        return lake;
    }

    private void writeTables() {
        List<Row> bronze = new ArrayList<>();
        for (int i = 0; i < FRAMES.size(); i++) {
            OfferedFrame frame = FRAMES.get(i);
            bronze.add(RowFactory.create(position(i), Micros.instant(frame.receivedMicros()), frame.payload()));
        }
        write("bronze/raw_posts", "position " + POSITION + ",received_at timestamp,payload binary", bronze);
        write(
                "silver/post_changes",
                "position " + POSITION + ",post_id string,op string,version string,received_at timestamp",
                List.of(
                        change(0, id(10, 0), "created", id(10, 0)),
                        change(1, id(20, 1), "created", id(20, 1)),
                        change(4, id(10, 0), "deleted", "deleted"),
                        change(5, id(899, 5), "created", id(899, 5))));
        write("silver/rejected_posts", "position " + POSITION, List.of(RowFactory.create(position(3))));
        write("silver/posts", "post_id string", List.of(RowFactory.create(id(20, 1)), RowFactory.create(id(899, 5))));
        write(
                "gold/term_counts",
                "window_start timestamp,window_width int,scope string,kind string,term string,decided_at timestamp,"
                        + "posts bigint,authors bigint",
                List.of(
                        count("hashtag", "flood", 310, 2, 2),
                        count("total", "", 310, 2, 2),
                        count("hashtag", "flood", 900, 1, 1),
                        count("total", "", 900, 1, 1),
                        count("word", "words", 310, 7, 7))); // not compared
    }

    static Row position(long offset) {
        return RowFactory.create("000000000001.ndjson", offset);
    }

    private static Row change(int frame, String post, String op, String version) {
        return RowFactory.create(
                position(frame),
                post,
                op,
                version,
                Micros.instant(FRAMES.get(frame).receivedMicros()));
    }

    private static Row count(String kind, String term, long decided, long posts, long authors) {
        return RowFactory.create(
                Micros.instant(micros(0)), 300, "all", kind, term, Micros.instant(micros(decided)), posts, authors);
    }

    private void write(String table, String schema, List<Row> rows) {
        spark.createDataFrame(rows, StructType.fromDDL(schema))
                .coalesce(1)
                .write()
                .format("delta")
                .mode("append")
                .save(root.resolve(table).toString());
    }

    /** Runs SQL in which a table is written as {@code {bronze/raw_posts}}. */
    void sql(String statement) {
        spark.sql(statement.replace("{", "delta.`" + root + "/").replace("}", "`"));
    }

    void drop(String table) throws IOException {
        Files.move(root.resolve(table), root.resolveSibling("dropped"));
    }

    /** Appends the rows of a table that meet a condition once more. */
    void doubleRows(String table, String condition) {
        String path = root.resolve(table).toString();
        List<Row> rows =
                spark.read().format("delta").load(path).where(condition).collectAsList();
        write(table, spark.read().format("delta").load(path).schema().toDDL(), rows);
    }

    Audit audit() throws IOException {
        return new Auditor(List.of(300)).audit(LedgerContent.read(ledger), root);
    }

    /** Returns what is not 0, such as {@code lost=1 mismatched=2}; empty where all is well. */
    String wrong() throws IOException {
        Audit audit = audit();
        return Stream.of(
                        what("lost", audit.lost()),
                        what("doubled", audit.doubled()),
                        what("phantom", audit.phantom()),
                        what("unaccounted", audit.unaccounted()),
                        what("unsettled", audit.unsettled()),
                        what("mismatched", audit.mismatched()))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String what(String name, long count) {
        return count == 0 ? "" : String.format(Locale.ROOT, "%s=%d", name, count);
    }
}
