package io.groundswell.ingest;

import static io.groundswell.ingest.XFrames.NOON;
import static io.groundswell.ingest.XFrames.envelope;
import static io.groundswell.ingest.XFrames.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.model.Frontier;
import io.groundswell.table.Catalogue;
import io.groundswell.table.ContentHash;
import io.groundswell.table.Rows;
import io.groundswell.table.Table;
import io.groundswell.testing.SparkTest;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Ten minutes of outage in a feed whose lanes receive two changes a second each. */
@ExtendWith(SparkTest.class)
class SilencesIT {
    private static final Instant GONE = NOON.plus(Duration.ofMinutes(33)).plusSeconds(50);
    private static final Instant BACK = GONE.plus(Duration.ofMinutes(10));
    private static final Instant END = BACK.plus(Duration.ofMinutes(6));
    private static final String OUTAGE = "x spool 2026-03-01 12:33:49.5 2026-03-01 12:43:50";
    private static final int KILLED = 137;

    @TempDir
    private Path folder;

    private Landing landing;

    @BeforeEach
    void startLanding(SparkSession spark) {
        landing = Landing.spool(spark, folder);
    }

    /** Appends what a lane receives each half second from one time to before another. */
    private void receive(String lane, Instant from, Instant to) {
        receive(lane, "x", from, to);
    }

    private void receive(String lane, String source, Instant from, Instant to) {
        landing.append(
                lane + "/000000000001.ndjson",
                IntStream.range(0, (int) Duration.between(from, to).toSeconds() * 2)
                        .mapToObj(half -> from.plusMillis(500L * half))
                        .map(at -> envelope(
                                at, post(lane + at.toEpochMilli()).at(at).json()))
                        .map(line -> line.replace("\"source\":\"x\"", "\"source\":\"" + source + "\""))
                        .toArray(String[]::new));
    }

    private void receiveInTwoLanes() {
        for (String lane : List.of("a", "b")) {
            receive(lane, NOON, GONE);
            receive(lane, BACK, END);
        }
    }

    private static List<String> gaps(Landing landing) {
        return landing.rows(Catalogue.GAPS)
                .selectExpr("concat_ws(' ', source, lane, from_offset, to_offset, from_received, to_received) AS gap")
                .orderBy("gap")
                .as(Encoders.STRING())
                .collectAsList();
    }

    /** Returns through when the frontiers lay, in seconds from the outage on, that were told before it was. */
    private static List<Long> toldBefore(Landing landing) {
        Instant found = landing.rows(Catalogue.GAPS)
                .selectExpr("min(found_at)")
                .as(Encoders.INSTANT())
                .head();
        return landing.rows(Catalogue.FRONTIERS)
                .selectExpr("closed_at", "unix_seconds(received_through) - " + GONE.getEpochSecond() + " AS through")
                .where("closed_at < timestamp'" + found + "'")
                .orderBy("through")
                .select("through")
                .as(Encoders.LONG())
                .collectAsList();
    }

    @Test
    @Tag("slow")
    void tellsTheSameHoweverBatchesAreCut(SparkSession spark) {
        receiveInTwoLanes();
        AtomicLong millis = new AtomicLong();
        InstantSource ticking = () -> END.plusMillis(millis.incrementAndGet());
        Landing small = landing.inBatchesOf(150_000).by(ticking.withZone(ZoneOffset.UTC));
        assertThat(small.run().rows()).extractingByKey("batches").satisfies(b -> assertThat(b)
                .isGreaterThan(12L));
        Landing whole = landing.inLake("whole").inBatchesOf(1 << 26);
        whole.run();

        assertThat(gaps(small)).containsExactly(OUTAGE);
        assertThat(small.hash(Catalogue.GAPS)).isEqualTo(whole.hash(Catalogue.GAPS));
        assertThat(toldBefore(small)).isNotEmpty().allMatch(through -> through < 10);
    }

    @Test
    @Tag("slow")
    void tellsTheSameWhereARunIsKilledAndGoesOn(SparkSession spark) throws Exception {
        receiveInTwoLanes();
        assertThat(LandingProcess.run(landing.inBatchesOf(300_000), "silences.afterCommit:1"))
                .isEqualTo(KILLED);
        assertThat(gaps(landing)).containsExactly(OUTAGE);

        landing.run();

        assertThat(gaps(landing)).containsExactly(OUTAGE);
        List<ContentHash> landed = landing.hashes();
        landing.loseCheckpoint();
        landing.run();
        assertThat(gaps(landing)).containsExactly(OUTAGE);
        assertThat(landing.hashes()).isEqualTo(landed);
    }

    @Test
    @Tag("slow")
    void tellsTheSameInManyRuns(SparkSession spark) {
        receive("a", NOON, GONE);
        landing.run();
        landing.run();
        receive("b", "y", GONE.minusSeconds(30), BACK);
        landing.run();
        assertThat(gaps(landing)).isEmpty();
        receive("a", BACK, BACK.plusSeconds(5));
        landing.run();
        receive("a", BACK.plusSeconds(5), END);
        landing.run();

        assertThat(gaps(landing)).containsExactly(OUTAGE);
    }

    @Test
    @Tag("slow")
    void takesASourceForAliveThatComesInOneLaneOrInput(SparkSession spark) {
        receive("a", NOON, END);
        receive("b", NOON, GONE);
        receive("b", BACK, END);
        landing.run();
        assertThat(gaps(landing)).isEmpty();

        Landing other = landing.inLake("other");
        Landing.delete(landing.input());
        receiveInTwoLanes();
        Table frontiers = other.lake().table(Catalogue.FRONTIERS);
        frontiers.createIfAbsent(spark);
        Frontier alive = new Frontier("x", "another", GONE.minus(Duration.ofHours(23)), "run", NOON);
        frontiers.append(
                spark.createDataFrame(List.of(Rows.of(alive)), frontiers.spec().schema()));
        other.run();
        assertThat(gaps(other)).isEmpty();
    }

    @Test
    @Tag("thorough")
    void takesAStampAheadOfTheClockForNoSignOfLife(SparkSession spark) {
        Instant now = NOON.plus(Duration.ofMinutes(35));
        receive("a", NOON, now);
        receive("b", NOON, now);
        receive(
                "c",
                now.plus(Duration.ofMinutes(9)),
                now.plus(Duration.ofMinutes(9)).plusSeconds(1));
        landing.by(Clock.fixed(now, ZoneOffset.UTC)).run();
        receive("a", now, END);
        receive("b", now, END);
        landing.run();

        assertThat(gaps(landing)).isEmpty();
    }
}
