package io.groundswell.testkit.corrupt;

import io.groundswell.job.PlatformException;
import io.groundswell.table.Catalogue;
import io.groundswell.table.ContentHash;
import io.groundswell.table.Lake;
import io.groundswell.table.Table;
import io.groundswell.table.TableSpec;
import io.groundswell.testing.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;

/** Says what a broken file has done, by what the whole lake answers and becomes. */
final class Judge {
    /** The jobs that go on from a checkpoint, and what they write. */
    private static final Map<String, List<TableSpec>> WRITTEN = Map.of(
            "ingest",
            List.of(Catalogue.RAW_POSTS, Catalogue.POST_CHANGES, Catalogue.REJECTED_POSTS, Catalogue.FRONTIERS),
            "settle-posts",
            List.of(Catalogue.POSTS),
            "detect-trends",
            List.of(Catalogue.TERM_COUNTS, Catalogue.TRENDS, Catalogue.STORIES),
            "score-posts",
            List.of(Catalogue.POST_TOPICS));

    private final WholeLake whole;
    private final SparkSession spark;
    private final Map<String, Answers> questions = new HashMap<>();
    private final Map<String, List<String>> answers = new HashMap<>();
    private final Map<String, Map<String, ContentHash>> outcomes = new HashMap<>();

    Judge(WholeLake whole, SparkSession spark) {
        this.whole = whole;
        this.spark = spark;
    }

    /** Returns the state of the lake in which the file is to be broken: there its job has still something to do. */
    Path stateFor(String job) {
        return job.equals("ingest") || !WRITTEN.containsKey(job) ? whole.first() : whole.second();
    }

    /** Returns the job that writes what a file belongs to, or goes on from it; of a model the one that loads it. */
    static String job(FileClass kind, String file) {
        if (kind == FileClass.MODEL) {
            return "score-posts";
        }
        if (file.startsWith("_checkpoints/")) {
            return file.split("/", 3)[1];
        }
        return Catalogue.all().stream()
                .filter(spec -> file.startsWith(spec.folder() + "/"))
                .map(TableSpec::writer)
                .findFirst()
                .orElse("");
    }

    Verdict judge(BrokenLake broken, Path state) throws IOException {
        boolean isNamed = broken.isNamedByTheDoctor(false) || broken.isNamedByTheDoctor(true);
        String job = job(broken.kind(), broken.file());
        String done = broken.table().isPresent() ? read(broken, state) : "same";
        if (done.equals("same") && isRun(job, broken)) {
            done = run(job, broken, Set.of());
        }
        return switch (done) {
            case "same" -> Verdict.HARMLESS;
            case "failed" -> Verdict.UNTOLD;
            case "error" ->
                !isNamed ? Verdict.UNNAMED : isCured(broken, state, job) ? Verdict.REFUSED : Verdict.UNCURED;
            default -> isNamed ? Verdict.TOLD : Verdict.SILENT;
        };
    }

    /** Trends are detected of what the tables say, whatever their own logs do: that is asked of a checkpoint alone. */
    private static boolean isRun(String job, BrokenLake broken) {
        return WRITTEN.containsKey(job)
                && broken.kind() != FileClass.ROWS
                && (broken.table().isEmpty() || !job.equals("detect-trends"));
    }

    /** Does what the doctor says. A model is fitted anew, which another test does. */
    private boolean isCured(BrokenLake broken, Path state, String job) throws IOException {
        Path file = broken.root().resolve(broken.file());
        switch (broken.kind()) {
            case MODEL -> {
                return true;
            }
            case SUMMARY, LAST_CHECKPOINT -> Files.deleteIfExists(file);
            case LOG_CHECKPOINT -> {
                Files.deleteIfExists(file);
                Files.deleteIfExists(file.resolveSibling("_last_checkpoint"));
            }
            case COMMIT, ROWS -> Files.copy(state.resolve(broken.file()), file, StandardCopyOption.REPLACE_EXISTING);
            default -> {
                Path query = file;
                while (query.getParent().getParent().getParent().compareTo(broken.root()) != 0) {
                    query = query.getParent();
                }
                Folders.delete(query);
            }
        }
        DeltaLog.clearCache();
        if (broken.table().isPresent() && !read(broken, state).equals("same")) {
            return false;
        }
        // A checkpoint that is begun anew cuts other batches, so that other ends of batches are told of.
        return !isRun(job, broken)
                || run(job, broken, Set.of(Catalogue.FRONTIERS.name())).equals("same");
    }

    private String read(BrokenLake broken, Path state) {
        TableSpec spec = broken.table().orElseThrow();
        String key = state + spec.name();
        Table table = new Lake(state.toString()).table(spec);
        Answers asked = questions.computeIfAbsent(key, unasked -> Answers.of(table, spark));
        List<String> right = answers.computeIfAbsent(key, unasked -> asked.ask(table, spark));
        try {
            return asked.ask(broken.lake().table(spec), spark).equals(right) ? "same" : "other";
        } catch (Exception failed) {
            return isRefusal(failed) ? "error" : "failed";
        }
    }

    private String run(String job, BrokenLake broken, Set<String> but) {
        WholeLake.Ran ran = whole.run(job, broken.root());
        if (ran.code() != 0) {
            return ran.isRefused() ? "error" : "failed";
        }
        try {
            Map<String, ContentHash> now = hashes(job, broken.root());
            Map<String, ContentHash> wanted = new HashMap<>(outcomes.computeIfAbsent(
                    job, unknown -> hashes(job, job.equals("ingest") ? whole.second() : whole.third())));
            now.keySet().removeAll(but);
            wanted.keySet().removeAll(but);
            return now.equals(wanted) ? "same" : "other";
        } catch (Exception failed) {
            return isRefusal(failed) ? "error" : "failed";
        }
    }

    /** Whether a failure says that a file is broken, as we, Spark, Delta, Parquet or Jackson do, and is no fault of ours. */
    private static boolean isRefusal(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String type = cause.getClass().getName();
            if (cause instanceof PlatformException
                    || cause instanceof IOException
                    || cause instanceof UncheckedIOException
                    || String.valueOf(cause.getMessage()).startsWith("[FAILED_READ_FILE")
                    || String.valueOf(cause.getMessage()).startsWith("[DELTA_")
                    || Stream.of("org.apache.parquet.", "io.delta.kernel.", "org.apache.spark.sql.delta.")
                            .anyMatch(type::startsWith)) {
                return true;
            }
        }
        failure.printStackTrace(); // it fails the test, which gives the verdict alone
        return false;
    }

    private Map<String, ContentHash> hashes(String job, Path root) {
        Map<String, ContentHash> hashes = new HashMap<>();
        for (TableSpec spec : WRITTEN.get(job)) {
            Table table = new Lake(root.toString()).table(spec);
            if (table.exists(spark)) {
                hashes.put(spec.name(), ContentHash.of(table.read(spark), spec.hashed()));
            }
        }
        return hashes;
    }
}
