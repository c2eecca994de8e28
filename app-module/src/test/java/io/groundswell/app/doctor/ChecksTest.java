package io.groundswell.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.app.doctor.Finding.Severity;
import io.groundswell.app.lake.DataFile;
import io.groundswell.job.Lease;
import io.groundswell.table.Catalogue;
import io.groundswell.table.Digest;
import io.groundswell.table.Lake;
import io.groundswell.table.Micros;
import io.groundswell.trends.score.ScoredTrends;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChecksTest {
    @TempDir
    private Path folder;

    @Test
    void wantsJava17AndMemoryThatIsThere() {
        assertThat(severity(JavaCheck.findings(17, 8L << 30, "2g"))).isEqualTo(Severity.OK);
        assertThat(severity(JavaCheck.findings(17, 8L << 30, "1023m"))).isEqualTo(Severity.ERROR);
        assertThat(severity(JavaCheck.findings(17, 2L << 30, "2048M"))).isEqualTo(Severity.WARNING);
        assertThat(severity(JavaCheck.findings(17, 8L << 30, "much"))).isEqualTo(Severity.ERROR);
        assertThat(severity(JavaCheck.findings(21, 8L << 30, "2g"))).isEqualTo(Severity.ERROR);
    }

    @Test
    void tellsWhatFailedWithoutQuotingWhatWasRead() {
        List<Finding> told = Failures.told("gold.trends", "Restore it.", () -> {
            throw new IllegalStateException("at", new IllegalArgumentException("a post's text"));
        });

        assertThat(told).singleElement().satisfies(finding -> assertThat(finding.what())
                .contains("gold.trends", "IllegalArgumentException")
                .doesNotContain("text"));
    }

    @Test
    void tellsOfAFailureThatNobodyDeclares() {
        List<Finding> told = Failures.told("gold.trends", "Restore it.", () -> {
            throw ChecksTest.<IllegalStateException>undeclared(new IOException("a post's text"));
        });

        assertThat(told).singleElement().satisfies(finding -> assertThat(finding.what())
                .contains("gold.trends", "IOException")
                .doesNotContain("text"));
    }

    /** Throws a checked exception as Scala does. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <E extends Exception> E undeclared(Exception checked) throws E {
        throw (E) checked;
    }

    @Test
    void wantsRoomOnTheDisk() {
        assertThat(severity(DiskCheck.findings(folder, true, 9L << 30))).isEqualTo(Severity.OK);
        assertThat(severity(DiskCheck.findings(folder, true, 1L << 30))).isEqualTo(Severity.WARNING);
        assertThat(severity(DiskCheck.findings(folder, true, 9L << 20))).isEqualTo(Severity.ERROR);
        assertThat(severity(DiskCheck.findings(folder, false, 9L << 30))).isEqualTo(Severity.ERROR);
    }

    @Test
    void tellsOfManySmallFiles() {
        HandmadeLake lake = new HandmadeLake(folder).with(Catalogue.RUNS);
        for (int version = 1; version < SmallFilesCheck.MANY; version++) {
            lake.add(Catalogue.RUNS, version, 1, 1);
        }
        assertThat(severity(lake.examine(new SmallFilesCheck()))).isEqualTo(Severity.OK);

        lake.add(Catalogue.RUNS, SmallFilesCheck.MANY, 1, 1);

        assertThat(lake.examine(new SmallFilesCheck())).singleElement().satisfies(finding -> assertThat(
                        finding.what() + finding.cure())
                .contains("ops.runs has 500 files of less than 8 MB", "Run 'maintain'"));
    }

    @Test
    void tellsOfRowsOfOlderVersions() {
        HandmadeLake lake = new HandmadeLake(folder).with(Catalogue.TRENDS);
        addScoredBy(lake, 1, ScoredTrends.SCORER_VERSION);
        assertThat(severity(lake.examine(new VersionsCheck()))).isEqualTo(Severity.OK);

        addScoredBy(lake, 2, ScoredTrends.SCORER_VERSION - 1);

        assertThat(lake.examine(new VersionsCheck())).singleElement().satisfies(finding -> assertThat(
                        finding.what() + finding.cure())
                .contains(
                        "gold.trends has rows of scorer_version " + (ScoredTrends.SCORER_VERSION - 1),
                        "Run 'rebuild'"));
    }

    private static void addScoredBy(HandmadeLake lake, long version, int scorer) {
        lake.commit(
                Catalogue.TRENDS,
                version,
                ("{\"add\":{\"path\":\"part-%d.parquet\",\"partitionValues\":{},\"size\":1,\"modificationTime\":0,"
                                + "\"dataChange\":true,\"stats\":\"{\\\"numRecords\\\":1,\\\"minValues\\\":"
                                + "{\\\"scorer_version\\\":%d}}\"}}")
                        .formatted(version, scorer));
    }

    @Test
    void tellsOfARebuildThatWasStoppedInItsSwap() {
        HandmadeLake lake = new HandmadeLake(folder).with(Catalogue.TRENDS);
        assertThat(severity(lake.examine(new RebuildCheck()))).isEqualTo(Severity.OK);
        lake.write(folder.resolve("_rebuild/plan"), "of");
        assertThat(severity(lake.examine(new RebuildCheck()))).isEqualTo(Severity.OK);

        lake.write(folder.resolve("_rebuild/swap"), "7");

        assertThat(severity(lake.examine(new RebuildCheck()))).isEqualTo(Severity.ERROR);
    }

    @Test
    void curesAnOlderTableByWhatMakesItAnew() {
        StructType older =
                new StructType(Arrays.copyOf(Catalogue.TRENDS.schema().fields(), 9));
        List<Finding> found =
                new HandmadeLake(folder).with(Catalogue.TRENDS, older, 1).examine(new SchemaCheck());

        assertThat(found).singleElement().satisfies(finding -> assertThat(finding.cure())
                .startsWith("Run 'rebuild'"));
    }

    @Test
    void refusesASparkHomeWithoutSpark() {
        Patient none = new HandmadeLake(folder).patient();
        Patient wrong = new Patient(
                none.lake(),
                none.conf(),
                Map.of("SPARK_HOME", folder.toString()),
                List.of(),
                none.tables(),
                none.now(),
                false);

        assertThat(severity(new SparkHomeCheck().examine(none))).isEqualTo(Severity.OK);
        assertThat(severity(new SparkHomeCheck().examine(wrong))).isEqualTo(Severity.ERROR);
        assertThat(Doctor.examine(wrong).exitCode()).isEqualTo(2);
    }

    @Test
    void namesTheJobThatHoldsItsLease() {
        Lake lake = new Lake(folder.toString());
        HandmadeLake handmade = new HandmadeLake(folder);
        handmade.write(folder.resolve("_leases/settle-posts.lock"), "");
        try (Lease held = Lease.take(lake, "detect-trends")) {
            assertThat(handmade.examine(new LeaseCheck()).get(0).what())
                    .contains("detect-trends")
                    .doesNotContain("settle-posts");
        }
        assertThat(handmade.examine(new LeaseCheck()).get(0).what()).contains("harmless");
    }

    @Test
    void tellsOfJobsWhoseLastRunFailed() {
        Map<String, Object> failed = run("ingest", "2026-03-01T01:00:00Z", "failed");
        Map<String, Object> later = run("ingest", "2026-03-01T02:00:00Z", "done");

        assertThat(severity(RunsCheck.findings(List.of(failed, later)))).isEqualTo(Severity.OK);
        assertThat(RunsCheck.findings(List.of(failed))).singleElement().satisfies(finding -> assertThat(finding.what())
                .contains("ingest", "StreamingQueryException"));
    }

    @Test
    void tellsOfHolesThatAreNew() {
        Map<String, Object> old = new HashMap<>(Map.of(
                "source",
                "x",
                "lane",
                "posts-0",
                "to_received",
                "2026-01-01T00:00:00Z",
                "found_at",
                "2026-01-01T00:00:00Z"));
        Map<String, Object> open = new HashMap<>(old);
        open.remove("to_received");

        Instant nextDay = Instant.parse("2026-01-02T00:00:00Z");

        assertThat(severity(GapsCheck.findings(List.of(old, open), HandmadeLake.NOW)))
                .isEqualTo(Severity.OK);
        assertThat(severity(GapsCheck.findings(List.of(old), nextDay))).isEqualTo(Severity.WARNING);
        assertThat(GapsCheck.findings(List.of(open), nextDay))
                .singleElement()
                .satisfies(finding -> assertThat(finding.cure()).contains("--on-gap continue"));
    }

    @Test
    void tellsTheHolesOfASourceAsOneByWhenItCameBack() {
        Map<String, Object> silence = new HashMap<>(Map.of("source", "x", "lane", "spool"));
        silence.put("from_received", "2026-01-01T00:00:00Z");
        silence.put("to_received", "2026-01-01T00:10:00Z");
        silence.put("found_at", "2026-02-28T00:00:00Z"); // a backlog that was read much later
        Map<String, Object> newer = new HashMap<>(silence);
        newer.put("from_received", "2026-01-01T09:00:00Z");
        newer.put("to_received", "2026-01-01T09:02:00Z");
        Map<String, Object> other = new HashMap<>(silence);
        other.put("source", "bluesky");
        other.put("from_offset", 7L);

        assertThat(severity(GapsCheck.findings(List.of(silence), HandmadeLake.NOW)))
                .isEqualTo(Severity.OK);
        assertThat(GapsCheck.findings(List.of(newer, silence, other), Instant.parse("2026-01-02T00:00:00Z")))
                .satisfiesExactly(finding -> assertThat(finding.cure()).contains("retention"), finding -> {
                    assertThat(finding.what())
                            .isEqualTo("x, lane spool: a hole from 2026-01-01T09:00:00Z to 2026-01-01T09:02:00Z,"
                                    + " and 1 before it.");
                    assertThat(finding.cure()).contains("gateway");
                });
    }

    @Test
    void weighsTheRejectedFramesOfTheNewestDay() {
        List<DataFile> raw = List.of(file(1_000, "2026-02-01T00:00:00.000Z"), file(100, "2026-03-01T00:00:00.000Z"));

        assertThat(severity(RejectedCheck.findings(raw, List.of(file(5, "2026-03-01T00:00:00.000Z")))))
                .isEqualTo(Severity.OK);
        assertThat(severity(RejectedCheck.findings(raw, List.of(file(900, "2026-02-01T00:00:00.000Z")))))
                .isEqualTo(Severity.OK);
        assertThat(RejectedCheck.findings(raw, List.of(file(6, "2026-03-01T00:00:00.000Z")))
                        .get(0)
                        .what())
                .startsWith("6.0 %");
    }

    @Test
    void wantsEachModelServedFromTheFilesThatWereRegistered() throws IOException {
        HandmadeLake handmade = new HandmadeLake(folder);
        handmade.write(folder.resolve("_models/topics/1/model"), "weights");
        Patient patient = handmade.patient();
        String digest = Digest.of(folder.resolve("_models/topics/1").toString(), patient.conf());

        assertThat(severity(ModelsCheck.findings(List.of(model(digest, "champion")), patient)))
                .isEqualTo(Severity.OK);
        assertThat(severity(ModelsCheck.findings(List.of(model(digest, "candidate")), patient)))
                .isEqualTo(Severity.WARNING);
        assertThat(severity(ModelsCheck.findings(List.of(model("other", "champion")), patient)))
                .isEqualTo(Severity.ERROR);
    }

    @Test
    void tellsHowFarDecisionsLieBehind() {
        Instant received = Instant.parse("2026-03-01T12:00:00Z");
        List<Map<String, Object>> frontiers = List.of(
                frontier("x", received.minusSeconds(60)),
                frontier("x", received),
                frontier("old", received.minusSeconds(9_000)));

        assertThat(severity(LagCheck.findings(List.of(), OptionalLong.empty()))).isEqualTo(Severity.OK);
        assertThat(severity(LagCheck.findings(frontiers, OptionalLong.of(Micros.of(received.minusSeconds(3_600))))))
                .isEqualTo(Severity.OK);
        assertThat(severity(LagCheck.findings(frontiers, OptionalLong.empty()))).isEqualTo(Severity.WARNING);
        assertThat(LagCheck.findings(frontiers, OptionalLong.of(Micros.of(received.minusSeconds(7_200))))
                        .get(0)
                        .why())
                .contains("120 minutes");
    }

    private static Severity severity(List<Finding> findings) {
        assertThat(findings).hasSize(1);
        return findings.get(0).severity();
    }

    private static Map<String, Object> run(String job, String startedAt, String status) {
        return Map.of("job", job, "started_at", startedAt, "status", status, "error", "StreamingQueryException");
    }

    private static Map<String, Object> frontier(String source, Instant through) {
        return Map.of("source", source, "input", "spool", "received_through", through.toString());
    }

    private static Map<String, Object> model(String digest, String alias) {
        return Map.of(
                "name",
                "topics",
                "version",
                1,
                "aliases",
                List.of(alias),
                "artefact",
                "_models/topics/1",
                "digest",
                digest);
    }

    private static DataFile file(int rows, String newest) {
        return new DataFile(
                "part", 1, "{\"numRecords\":%d,\"maxValues\":{\"received_at\":\"%s\"}}".formatted(rows, newest));
    }
}
