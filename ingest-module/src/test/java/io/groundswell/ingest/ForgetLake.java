package io.groundswell.ingest;

import static io.groundswell.ingest.XFrames.NOON;
import static io.groundswell.ingest.XFrames.envelope;
import static io.groundswell.ingest.XFrames.post;

import io.groundswell.ingest.forget.ForgetPosts;
import io.groundswell.ingest.forget.Subject;
import io.groundswell.ingest.parse.ChangeColumns;
import io.groundswell.ingest.parse.ColumnSettings;
import io.groundswell.ingest.parse.PostFormats;
import io.groundswell.ingest.suppress.IdKind;
import io.groundswell.job.JobRunner;
import io.groundswell.model.PostTopic;
import io.groundswell.model.TermCount;
import io.groundswell.model.Trend;
import io.groundswell.table.Catalogue;
import io.groundswell.table.Rows;
import io.groundswell.table.Table;
import io.groundswell.table.TableSpec;
import io.groundswell.testing.ByteSearch;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A lake with posts of an author who is to be forgotten, and what others wrote of them. */
final class ForgetLake {
    static final String AUTHOR = "7700000000000000077";
    static final String FIRST = "1800000000000000018";
    static final String SECOND = "1800000000000000029";
    static final String EDIT = "1800000000000000030";
    static final String COPY = "1900000000000000031";
    static final String MARK = "zebrafinch";
    static final String SEGMENT = "000000000001.ndjson";
    private static final PostFormats FORMATS = new PostFormats(ColumnSettings.DEFAULT, ChangeColumns.DEFAULT);

    private ForgetLake() {}

    static String line(XFrames frame, int second) {
        return envelope(NOON.plusSeconds(second), frame.json());
    }

    static XFrames theirs(String id, String text) {
        XFrames frame = post(id).saying(text).tagged(MARK, "birds");
        frame.data().put("author_id", AUTHOR);
        return frame;
    }

    private static XFrames naming(String id, String type) {
        XFrames frame = post(id).saying("never! see " + FIRST).tagged("birds");
        frame.data().put("in_reply_to_user_id", AUTHOR);
        frame.data().putArray("referenced_tweets").addObject().put("type", type).put("id", FIRST);
        return frame;
    }

    /** Lands a spool in two batches, settles it, and adds what other jobs would have said of it. */
    static Landing lake(SparkSession spark, Path folder) {
        Landing landing = Landing.spool(spark, folder);
        landing.append(
                SEGMENT,
                line(theirs(FIRST, "a " + MARK + " #" + MARK), 0),
                line(post("ann's post").tagged("birds"), 1),
                "torn {\"id\":\"" + FIRST + "\",\"text\":\"" + MARK,
                "torn, and nobody's");
        landing.run();
        landing.append(
                SEGMENT,
                line(theirs(SECOND, MARK + " again"), 2),
                line(theirs(FIRST, "a " + MARK + " #" + MARK), 3),
                line(theirs(EDIT, MARK + " edited").editOf(SECOND), 4),
                line(naming("bob's reply", "replied_to"), 5),
                line(naming(COPY, "retweeted").saying("RT @them: a " + MARK), 6));
        landing.run();
        landing.settle();
        write(landing, Catalogue.TERM_COUNTS, count(MARK), count("birds"));
        write(landing, Catalogue.TRENDS, trend(List.of("x/" + FIRST, "x/bob's reply")));
        write(
                landing,
                Catalogue.POST_TOPICS,
                new PostTopic("x", FIRST, 1, NOON, 0, 1.0, List.of(1f)),
                new PostTopic("x", "bob's reply", 1, NOON, 0, 1.0, List.of(1f)));
        return landing;
    }

    private static TermCount count(String term) {
        return new TermCount(NOON, 300, TermCount.SCOPE_ALL, "hashtag", term, NOON, 3, 2, 2, 2, 1.0, null, 0);
    }

    private static Trend trend(List<String> samples) {
        return new Trend(
                NOON,
                300,
                "all",
                "hashtag",
                "birds",
                NOON,
                NOON,
                "birds",
                3,
                2,
                0.5,
                7,
                4,
                0,
                0,
                true,
                "emerging",
                7,
                1,
                null,
                null,
                null,
                6,
                null,
                samples,
                1);
    }

    static void write(Landing landing, TableSpec spec, Record... rows) {
        Table table = landing.lake().table(spec);
        table.createIfAbsent(landing.spark());
        List<Row> made = Arrays.stream(rows).map(Rows::of).toList();
        table.append(landing.spark().createDataFrame(made, spec.schema()));
    }

    static Map<String, Long> forget(Landing landing, IdKind kind, String id, Path... spools) {
        ForgetPosts job = new ForgetPosts(
                landing.lake(),
                new Subject(kind, "x", id),
                "they asked",
                List.of(spools),
                "x",
                FORMATS,
                ForgetPosts.tablesOf(landing.lake(), landing.spark()),
                spark -> List.of(),
                Landing.CLOCK);
        return new JobRunner(landing.lake(), Landing.CLOCK)
                .run(job, landing.spark())
                .rows();
    }

    static ByteSearch search(SparkSession spark) {
        return new ByteSearch(spark, List.of(AUTHOR, FIRST, SECOND, EDIT, COPY, MARK));
    }

    static List<String> texts(Landing landing, TableSpec spec) {
        return landing.rows(spec)
                .selectExpr("concat_ws('|', post_id, author_id, text)")
                .as(Encoders.STRING())
                .collectAsList();
    }
}
