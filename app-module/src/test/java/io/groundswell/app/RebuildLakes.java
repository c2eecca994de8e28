package io.groundswell.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.features.text.TermExtraction;
import io.groundswell.features.text.TextSettings;
import io.groundswell.ingest.IngestSettings;
import io.groundswell.ingest.InputKind;
import io.groundswell.ingest.LandPosts;
import io.groundswell.ingest.OnGap;
import io.groundswell.ingest.parse.ChangeColumns;
import io.groundswell.ingest.parse.ColumnSettings;
import io.groundswell.ingest.parse.PostFormats;
import io.groundswell.ingest.topic.KafkaSettings;
import io.groundswell.job.Cadence;
import io.groundswell.job.JobRunner;
import io.groundswell.job.Transform;
import io.groundswell.model.PostChange;
import io.groundswell.model.TermCount;
import io.groundswell.table.Catalogue;
import io.groundswell.table.ContentHash;
import io.groundswell.table.Lake;
import io.groundswell.table.Rewrite;
import io.groundswell.table.TableSpec;
import io.groundswell.trends.TrendSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Two lakes of the same simulated posts, one of them landed by an older build; both read one spool that grows. */
final class RebuildLakes {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SEGMENT = "000000000001.ndjson";
    static final String FRESH = "fresh";
    static final String OLD = "old";
    /** So few posts have trends only for a detector that alarms easily. */
    static final TrendSettings EASY =
            new TrendSettings(List.of(Duration.ofMinutes(5)), List.of(TermCount.SCOPE_ALL), 2.5, 4, 0.5, 2, 3.0, 0.0);

    private static final List<String> EASY_FLAGS = Stream.of(
                    "widths=5m",
                    "min-evidence=2.5",
                    "min-authors=4",
                    "max-top-author-share=0.5",
                    "min-texts=2",
                    "min-lift=3",
                    "min-exposure=0")
            .flatMap(setting -> Stream.of("--set", "trends." + setting))
            .toList();

    /** What an older build made of the same posts: it knew no replies, and no terms but hashtags. */
    private record OlderReading() implements Transform {
        @Override
        public Dataset<Row> apply(Dataset<Row> changes) {
            return changes.where(col("kind").isNull().or(col("kind").notEqual("reply")))
                    .withColumn("terms", filter(col("terms"), term -> term.getField("kind")
                            .equalTo("hashtag")))
                    .withColumn("parser_version", col("parser_version").minus(1))
                    .withColumn("extractor_version", col("extractor_version").minus(1))
                    .select(Stream.of(PostChange.class.getRecordComponents())
                            .map(component -> col(component
                                    .getName()
                                    .replaceAll("([A-Z])", "_$1")
                                    .toLowerCase(java.util.Locale.ROOT)))
                            .toArray(org.apache.spark.sql.Column[]::new));
        }
    }

    private final Path folder;
    private final List<String> lines;

    private RebuildLakes(Path folder, List<String> lines) {
        this.folder = folder;
        this.lines = lines;
    }

    /** Simulates posts into the folder. */
    static RebuildLakes simulated(Path folder) throws IOException {
        Path simulated = folder.resolve("simulated");
        String truth = folder.resolve("truth").toString();
        run("simulate", "--posts", "1500", "--seed", "3", "--spool", simulated.toString(), "--truth", truth);
        return new RebuildLakes(folder, Files.readAllLines(simulated.resolve(SEGMENT)));
    }

    /** Returns the number of frames. */
    int frames() {
        return lines.size();
    }

    String file(String name) {
        return folder.resolve(name).toString();
    }

    void append(double from, double to) throws IOException {
        Path segment = folder.resolve("spool").resolve(SEGMENT);
        Files.createDirectories(segment.getParent());
        List<String> some = lines.subList((int) (from * lines.size()), (int) (to * lines.size()));
        Files.writeString(
                segment, String.join("\n", some) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static JsonNode run(String... arguments) throws IOException {
        PrintStream standard = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, UTF_8));
        try {
            String[] all =
                    Stream.concat(Stream.of(arguments), Stream.of("--json")).toArray(String[]::new);
            assertThat(Main.execute(all)).as(String.join(" ", arguments)).isZero();
        } finally {
            System.setOut(standard);
        }
        return JSON.readTree(out.toString(UTF_8));
    }

    JsonNode job(String name, String lake) throws IOException {
        return run(command(name, lake));
    }

    String[] command(String name, String lake) {
        return Stream.concat(Stream.of(name, "--lake", file(lake)), EASY_FLAGS.stream())
                .toArray(String[]::new);
    }

    void ingest(String lake) throws IOException {
        run("ingest", "--spool", file("spool"), "--lake", file(lake));
    }

    LandPosts landing(String lake, Cadence cadence, Transform... more) {
        return new LandPosts(
                new Lake(file(lake)),
                new IngestSettings(file("spool"), "x", "x", InputKind.SPOOL, 300_000, cadence, OnGap.STOP),
                KafkaSettings.DEFAULT,
                new PostFormats(ColumnSettings.DEFAULT, ChangeColumns.DEFAULT),
                Stream.concat(Stream.of(new TermExtraction(TextSettings.DEFAULT)), Stream.of(more))
                        .toList(),
                Clock.systemUTC());
    }

    private void ingestAsBefore(SparkSession spark) {
        Lake lake = new Lake(file(OLD));
        new JobRunner(lake, Clock.systemUTC()).run(landing(OLD, Cadence.AVAILABLE_NOW, new OlderReading()), spark);
        new Rewrite(lake.table(Catalogue.REJECTED_POSTS), spark)
                .update(
                        col("received_at").isNotNull(),
                        Map.of("parser_version", lit(1), "reason", lit("unknown-shape"), "field", lit("of old")));
    }

    /** Two lakes with the same frames, one of them by the older build; counted through the same moment. */
    void layLakes(SparkSession spark) throws IOException {
        append(0, 0.6);
        ingestAsBefore(spark);
        ingest(FRESH);
        for (String lake : List.of(OLD, FRESH)) {
            job("settle-posts", lake);
            job("detect-trends", lake);
        }
        append(0.6, 0.8);
        ingestAsBefore(spark);
        ingest(FRESH);
        job("settle-posts", FRESH);
    }

    Map<String, ContentHash> hashes(String lake, SparkSession spark) {
        Map<String, ContentHash> hashes = new TreeMap<>();
        for (TableSpec spec : Catalogue.rebuilt()) {
            hashes.put(
                    spec.name(), ContentHash.of(new Lake(file(lake)).table(spec).read(spark), spec.hashed()));
        }
        return hashes;
    }

    void goOn(String lake) throws IOException {
        ingest(lake);
        job("settle-posts", lake);
        job("detect-trends", lake);
    }

    List<String> versionFindings() throws IOException {
        List<String> found = new ArrayList<>();
        for (JsonNode finding : run("doctor", "--lake", file(OLD)).get("findings")) {
            if (finding.get("check").asText().equals("versions")) {
                found.add(finding.get("severity").asText());
            }
        }
        return found;
    }

    void feed(double from, double to) {
        try {
            for (double at = from; at < to; at += 0.01) {
                append(at, at + 0.01);
                Thread.sleep(1000);
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
