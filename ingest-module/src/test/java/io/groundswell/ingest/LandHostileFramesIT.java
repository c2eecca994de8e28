package io.groundswell.ingest;

import static io.groundswell.ingest.XFrames.NOON;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.ingest.parse.HostileFrames;
import io.groundswell.ingest.parse.Mutator;
import io.groundswell.ingest.parse.PostFormats;
import io.groundswell.job.Cadence;
import io.groundswell.model.Run;
import io.groundswell.table.Catalogue;
import io.groundswell.testing.SparkTest;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Whatever comes while a stream runs, no batch fails and every frame is somewhere. */
@Tag("slow")
@ExtendWith(SparkTest.class)
class LandHostileFramesIT {
    private static final int MUTATIONS = 100_000;
    private static final int MUTATIONS_A_SEGMENT = 10_000;
    private static final int KEPT_OF_A_LONG_LINE = 1 << 16;
    private static final long RECEIVED = ChronoUnit.MICROS.between(Instant.EPOCH, NOON);
    private static final String[] OF_A_FIELD = {
        "missing-field", "wrong-type", "bad-time", "bad-id", "not-a-post", "feed-error", "unknown-format"
    };

    private static final List<HostileFrames.Frame> FEED_ERRORS = List.of(
            feedError("x", "{\"errors\":[{\"title\":\"operational-disconnect\"}]}"),
            feedError("x-v1", "{\"disconnect\":{\"code\":4,\"reason\":\"x\"}}"),
            feedError("mastodon", "{\"error\":\"The access token is invalid\"}"));

    @TempDir
    private Path folder;

    /** The SHA-256 of each payload that bronze has to hold, in order, by segment. */
    private final Map<String, List<String>> sent = new TreeMap<>();

    @Test
    void landsEachFrameAsAChangeARepeatOrARejection(SparkSession spark) throws Exception {
        Landing landing = Landing.spool(spark, folder).inBatchesOf(16 << 20);
        sendTooLong(landing);
        AtomicReference<Run> run = new AtomicReference<>();
        Thread stream = new Thread(() -> run.set(landing.run(Cadence.every(Duration.ofMillis(50)))));
        stream.start();
        while (spark.streams().active().length == 0 && stream.isAlive()) {
            Thread.onSpinWait();
        }
        StreamingQuery query = spark.streams().active()[0];
        query.processAllAvailable();
        HostileFrames.wires().forEach(wire -> send(landing, wire, HostileFrames.of(wire)));
        send(landing, "feed-errors", FEED_ERRORS);
        int hostile = sent.values().stream().mapToInt(List::size).sum();
        query.processAllAvailable();
        sendMutations(landing);
        query.processAllAvailable();
        query.stop();
        stream.join();

        long frames = sent.values().stream().mapToInt(List::size).sum();
        assertThat(hostile).isGreaterThan(1_000);
        assertThat(run.get().status()).isEqualTo(Run.DONE);
        assertThat(run.get().rows())
                .containsEntry("frames", frames)
                .hasEntrySatisfying("batches", batches -> assertThat(batches).isGreaterThan(4));
        assertThat(landed(landing)).isEqualTo(sent);
        long changes = landing.changes().count();
        long rejected = landing.rows(Catalogue.REJECTED_POSTS).count();
        assertThat(changes + rejected + run.get().rows().get("duplicates")).isEqualTo(frames);
        assertThat(landing.changes("op").stream().distinct())
                .containsExactlyInAnyOrder("created", "edited", "deleted", "account_removed");
        requireFields(landing);
    }

    private static void requireFields(Landing landing) {
        List<Row> reasons = landing.rows(Catalogue.REJECTED_POSTS)
                .groupBy("reason")
                .agg(count(lit(1)), count(col("field")))
                .orderBy("reason")
                .collectAsList();
        System.out.println("reason, frames, with a field: " + reasons);
        assertThat(reasons).hasSizeGreaterThan(12);
        assertThat(reasons)
                .filteredOn(row -> Arrays.asList(OF_A_FIELD).contains(row.getString(0)))
                .hasSize(OF_A_FIELD.length)
                .allSatisfy(
                        row -> assertThat(row.getLong(2)).as(row.getString(0)).isEqualTo(row.getLong(1)));
        assertThat(landing.changes()
                        .where("created_at > received_at + INTERVAL 5 MINUTES OR late_by < -300000 AND NOT is_clamped")
                        .count())
                .isZero();
    }

    private void sendTooLong(Landing landing) {
        String line = line("x", new byte[1 << 20]);
        landing.append("0.ndjson", line);
        sent.put("0.ndjson", List.of(hash(Arrays.copyOf(line.getBytes(UTF_8), KEPT_OF_A_LONG_LINE))));
    }

    private void sendMutations(Landing landing) {
        Mutator mutator = new Mutator(HostileFrames.sound(), 7);
        List<String> formats = List.copyOf(PostFormats.names());
        for (int segment = 0; segment < MUTATIONS / MUTATIONS_A_SEGMENT; segment++) {
            List<HostileFrames.Frame> frames = new ArrayList<>();
            for (int i = 0; i < MUTATIONS_A_SEGMENT; i++) {
                frames.add(new HostileFrames.Frame("mutation", formats.get(i % formats.size()), mutator.next()));
            }
            send(landing, "mutations-" + segment, frames);
        }
    }

    private void send(Landing landing, String segment, List<HostileFrames.Frame> frames) {
        landing.append(
                segment + ".ndjson",
                frames.stream()
                        .map(frame -> line(frame.format(), frame.bytes()))
                        .toArray(String[]::new));
        sent.put(
                segment + ".ndjson",
                frames.stream().map(frame -> hash(frame.bytes())).toList());
    }

    private static HostileFrames.Frame feedError(String format, String frame) {
        return new HostileFrames.Frame("feed-error", format, frame.getBytes(UTF_8));
    }

    private static Map<String, List<String>> landed(Landing landing) {
        Map<String, List<String>> landed = new TreeMap<>();
        landing.rows(Catalogue.RAW_POSTS)
                .selectExpr("position.lane", "position.offset", "sha2(payload, 256)")
                .orderBy("lane", "offset")
                .collectAsList()
                .forEach(row -> landed.computeIfAbsent(row.getString(0), lane -> new ArrayList<>())
                        .add(row.getString(2)));
        return landed;
    }

    private static String hash(byte[] payload) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(payload));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String line(String format, byte[] frame) {
        return "{\"received_at\":%d,\"source\":\"%s\",\"format\":\"%s\",\"payload_base64\":\"%s\"}"
                .formatted(RECEIVED, format, format, Base64.getEncoder().encodeToString(frame));
    }
}
