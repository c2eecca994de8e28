package io.groundswell.testkit.corrupt;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.app.doctor.Doctor;
import io.groundswell.app.doctor.Patient;
import io.groundswell.session.FileSum;
import io.groundswell.table.Lake;
import io.groundswell.testing.Folders;
import io.groundswell.testing.SparkTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Breaks files of each class of a small lake: none gives a wrong answer silently. */
@ExtendWith(SparkTest.class)
class CorruptionIT {
    /** Each file with its verdict, as it is given. */
    private static final Path REPORT = Path.of("target/corruption.txt");

    @TempDir
    private Path folder;

    private record Case(BrokenLake broken, boolean hasSums, Verdict verdict) {
        /** What is left where nothing holds what a file was is documented; it is told of, and fails nothing. */
        boolean isWrong() {
            boolean isKnownLimit =
                    !hasSums && broken.kind().isParquet() && broken.mutation().isOfValues();
            return switch (verdict) {
                case HARMLESS, REFUSED -> false;
                case TOLD -> hasSums;
                case SILENT -> !isKnownLimit;
                case UNTOLD, UNNAMED, UNCURED -> true;
            };
        }

        @Override
        public String toString() {
            return "%-9s %-9s %-15s %s%s"
                    .formatted(
                            verdict, broken.mutation(), broken.kind(), broken.file(), hasSums ? "" : " (no checksums)");
        }
    }

    @Test
    @Tag("slow")
    void givesNoWrongAnswerSilently(SparkSession spark) throws IOException {
        int mutations = Integer.getInteger("groundswell.corruption.mutations", 40);
        long seed = Long.getLong("groundswell.corruption.seed", 1);
        WholeLake whole = WholeLake.make(folder, spark);
        for (Path state : List.of(whole.first(), whole.second(), whole.third())) {
            Patient well = Patient.of(new Lake(state.toString()), Map.of(), List.of(), Instant.now());
            assertThat(Doctor.examine(well.deeply()).exitCode())
                    .as("a whole lake")
                    .isZero();
        }
        Judge judge = new Judge(whole, spark);
        Files.writeString(REPORT, "");
        List<FileClass> kinds = Arrays.stream(FileClass.values())
                .filter(kind -> kind.name().matches(System.getProperty("groundswell.corruption.classes", ".*")))
                .toList();
        List<Mutation> all = List.of(Mutation.values());
        List<Case> cases = new ArrayList<>();
        boolean keepsSums = keepsSums(whole.first());
        // Each is made of its number alone, so that one that failed can be made again without those before it.
        for (int i = Integer.getInteger("groundswell.corruption.from", 0); i < mutations; i++) {
            Random random = new Random((seed * 1_000_003 + i) * 0x9E3779B97F4A7C15L);
            FileClass kind = kinds.get(i % kinds.size());
            // Each class meets one mutation after the other.
            Mutation mutation = all.get((i % kinds.size() + i / kinds.size()) % all.size());
            boolean hasSums = random.nextBoolean();
            if (hasSums && !keepsSums) {
                String skipped = "SKIPPED   %-9s %-15s this disk keeps no attributes\n".formatted(mutation, kind);
                Files.writeString(REPORT, skipped, StandardOpenOption.APPEND);
                continue;
            }
            cases.add(broken(judge, whole, kind, mutation, random, hasSums));
        }
        assertThat(cases).filteredOn(Case::isWrong).isEmpty();
    }

    /** Whether the disk knows attributes, so that what was written has checksums. */
    private static boolean keepsSums(Path lake) throws IOException {
        try (Stream<Path> files = Files.walk(lake)) {
            return files.filter(Files::isRegularFile)
                    .anyMatch(file -> FileSum.kept(file).isPresent());
        }
    }

    private Case broken(Judge judge, WholeLake whole, FileClass kind, Mutation mutation, Random random, boolean hasSums)
            throws IOException {
        String file = BrokenLake.choose(whole.first(), kind, random).orElseThrow();
        Path state = judge.stateFor(Judge.job(kind, file));
        Path root = folder.resolve("broken-" + System.nanoTime());
        WholeLake.copy(state, root, hasSums);
        DeltaLog.clearCache();
        BrokenLake broken = BrokenLake.of(root, kind, file, mutation, random);
        Case judged = new Case(broken, hasSums, judge.judge(broken, state));
        Files.writeString(REPORT, judged + "\n", StandardOpenOption.APPEND);
        Folders.delete(root);
        return judged;
    }
}
