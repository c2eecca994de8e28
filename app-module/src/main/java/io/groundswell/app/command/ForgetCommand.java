package io.groundswell.app.command;

import io.groundswell.app.CommonOptions;
import io.groundswell.app.Context;
import io.groundswell.ingest.forget.Subject;
import io.groundswell.ingest.suppress.IdKind;
import io.groundswell.job.PlatformException;
import io.groundswell.model.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code forget}. */
@Command(
        name = "forget",
        description =
                "Erases a post, or an author with all posts, from every table and spool, and refuses them from now"
                        + " on. There is no way back.")
public final class ForgetCommand implements Callable<Integer> {
    /** What no job of ours can reach; it is told each time. */
    private static final List<String> OUTSIDE = List.of(
            "a Kafka topic keeps its records until its retention ends: they are refused when they are read again",
            "spools and archives that were not named with --spool, and what a gateway sends from now on, which is refused",
            "copies of the lake, exports, what 'publish' has sent, and what readers have kept",
            "words of a model that was fitted before: it keeps no post, but its vocabulary may have a word that only"
                    + " these posts used; 'fit-tfidf' and 'fit-topics' make new ones");

    @Mixin
    private CommonOptions common;

    @ArgGroup(multiplicity = "1")
    private What what;

    @Option(
            names = "--spool",
            paramLabel = "DIR",
            description =
                    "A spool, or a folder or file of frames, in which lines are overwritten too; may be given again.")
    private final List<Path> spools = new ArrayList<>();

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, to be kept in silver.suppressions: no ids.")
    private String reason;

    /** One post or one author. */
    private static final class What {
        @Option(names = "--post", paramLabel = "SOURCE/ID", description = "The post, by its feed and id.")
        private String post;

        @Option(names = "--author", paramLabel = "SOURCE/ID", description = "The author, by feed and id.")
        private String author;

        private Subject subject() {
            return post != null ? Subject.of(IdKind.POST, post) : Subject.of(IdKind.AUTHOR, author);
        }
    }

    @Override
    public Integer call() {
        Context context = common.context();
        Subject subject = what.subject();
        for (Path spool : spools) {
            if (Files.notExists(spool)) {
                throw PlatformException.usage(
                        "There is no spool %s: name one that is there with --spool, or none.".formatted(spool));
            }
        }
        Run run = context.run(context.jobs().forget(subject, reason, spools, context.spark()));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("job", run.job());
        document.put("run_id", run.runId());
        document.put("seconds", run.seconds());
        document.put("rows", run.rows());
        document.put("versions_written", run.versionsWritten());
        document.put("outside", OUTSIDE);
        context.output().result(document, out -> {
            out.printf("forget done in %.1f s%n", run.seconds());
            run.rows().forEach((name, count) -> out.printf("  %-24s %,d%n", name, count));
            if (isNothingFound(run.rows())) {
                out.println("Nothing of it was found here. It is refused from now on.");
            }
            out.printf("%nOut of reach:%n");
            OUTSIDE.forEach(line -> out.printf("  - %s%n", line));
        });
        return 0;
    }

    private static boolean isNothingFound(Map<String, Long> rows) {
        return rows.entrySet().stream()
                .noneMatch(entry -> entry.getValue() > 0 && !entry.getKey().equals("suppressed"));
    }
}
