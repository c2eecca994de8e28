package io.groundswell.ingest.forget;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;

import io.groundswell.ingest.parse.PostFormats;
import io.groundswell.ingest.source.SpoolErasure;
import io.groundswell.ingest.suppress.FrameErasure;
import io.groundswell.ingest.suppress.IdKind;
import io.groundswell.ingest.suppress.Suppressions;
import io.groundswell.job.Failpoints;
import io.groundswell.job.Job;
import io.groundswell.job.Outcome;
import io.groundswell.job.PlatformException;
import io.groundswell.model.PostChange;
import io.groundswell.rebuild.RebuildPlace;
import io.groundswell.table.Catalogue;
import io.groundswell.table.Lake;
import io.groundswell.table.Purge;
import io.groundswell.table.Table;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Erases a post, or an author with all posts: out of every table with its past, out of spools, and by the list of
 * silver.suppressions for good. Reposts of such a post are copies of it and go too; in what others wrote ids are masked.
 *
 * <p>The list comes first, in one commit; what follows is made of it alone. So a killed run is completed by another, of
 * whatever post or author, and a second run finds nothing. No other job runs meanwhile.
 *
 * @param reason why, in the words of who asked; null where nobody said
 * @param spools folders or files of lines, envelopes or frames
 * @param format of lines that are frames
 * @param tables those that are there
 * @param unfinished names the jobs that were stopped half way and will ask for an older version of a table again
 */
public record ForgetPosts(
        Lake lake,
        Subject subject,
        String reason,
        List<Path> spools,
        String format,
        PostFormats formats,
        List<Table> tables,
        Function<SparkSession, List<String>> unfinished,
        Clock clock)
        implements Job {

    public ForgetPosts {
        spools = List.copyOf(spools);
        tables = List.copyOf(tables);
        if (reason != null && reason.contains(subject.id())) {
            throw PlatformException.usage(
                    "The reason names what is to be forgotten, and is kept: say it without the id.");
        }
    }

    /** Returns the tables of a lake that can hold anything of a post, as far as they are there. */
    public static List<Table> tablesOf(Lake lake, SparkSession spark) {
        return Sweep.SWEPT.stream()
                .map(lake::table)
                .filter(table -> table.exists(spark))
                .toList();
    }

    @Override
    public String name() {
        return "forget";
    }

    @Override
    public List<Table> reads() {
        return List.of();
    }

    @Override
    public List<Table> writes() {
        return Stream.concat(Stream.of(lake.table(Catalogue.SUPPRESSIONS)), tables.stream())
                .toList();
    }

    /**
     * Forgets.
     *
     * @return {@code suppressed} ids that are new on the list, {@code lines} of spools, and rows by table
     * @throws PlatformException if other jobs run, or have not read what is to go
     */
    @Override
    public Outcome run(SparkSession spark) {
        try (JobLeases leases = JobLeases.take(lake)) {
            new ReadPositions(lake, tables, spark).requireAllRead(unfinished.apply(spark));
            // What a rebuild that was stopped has made is made of what is to go.
            RebuildPlace rebuild = new RebuildPlace(lake, spark.sparkContext().hadoopConfiguration());
            rebuild.requireNoSwap();
            rebuild.discard();
            Suppressions list = new Suppressions(lake, spark);
            Suppressions.Draft draft = list.draft();
            draft.add(subject.listed(), reason, clock.instant());
            FrameErasure erasure = new FrameErasure(draft.ids(), formats);
            addPosts(draft, erasure, spark);
            Map<String, Long> counts = new LinkedHashMap<>();
            counts.put("suppressed", (long) list.write(draft));
            Failpoints.hit("forget.afterList");
            counts.put("lines", lines(erasure, spark));
            counts.putAll(new Sweep(lake, tables, new Forgotten(erasure), subject.source(), spark).run());
            Failpoints.hit("forget.beforePurge");
            tables.forEach(table -> new Purge(table, spark).run());
            return Outcome.of(counts);
        }
    }

    /** The posts of the author, with the ids of their versions, and then the reposts of each. */
    private void addPosts(Suppressions.Draft draft, FrameErasure erasure, SparkSession spark) {
        Table changes = lake.table(Catalogue.POST_CHANGES);
        if (tables.contains(changes)) {
            Dataset<Row> ids = changes.read(spark)
                    .where(new Forgotten(erasure).isOwn())
                    .where(col("op").notEqual(PostChange.ACCOUNT_REMOVED))
                    .select(
                            col("source"),
                            explode(array(col("post_id"), col("version"))).as("id"),
                            col("post_id"));
            // A version is an id of its own at some feeds, and a time or a count at others.
            add(
                    draft,
                    IdKind.POST,
                    ids.where(col("id").equalTo(col("post_id")).or(col("id").rlike("^[A-Za-z0-9]{10,}$"))));
        }
        Table frames = lake.table(Catalogue.RAW_POSTS);
        if (tables.contains(frames)) {
            Dataset<Row> copies = frames.read(spark)
                    .select(col("source"), new Forgotten(erasure).copy().as("id"))
                    .where(col("id").isNotNull());
            add(draft, IdKind.COPY, copies);
        }
    }

    private void add(Suppressions.Draft draft, IdKind kind, Dataset<Row> ids) {
        for (Row row : ids.select("source", "id").distinct().collectAsList()) {
            draft.add(new Suppressions.Id(kind, row.getString(0), row.getString(1)), null, clock.instant());
        }
    }

    private long lines(FrameErasure erasure, SparkSession spark) {
        SpoolErasure lines = new SpoolErasure(
                erasure::leftOfLine,
                subject.source(),
                format,
                spark.sparkContext().hadoopConfiguration());
        return spools.stream().mapToLong(lines::in).sum();
    }
}
