package io.groundswell.app.command;

import io.groundswell.app.CommonOptions;
import io.groundswell.app.Context;
import io.groundswell.app.finding.EvidenceText;
import io.groundswell.app.finding.Lineage;
import io.groundswell.app.output.TextTable;
import io.groundswell.features.text.CanonicalTerms;
import io.groundswell.job.PlatformException;
import io.groundswell.trends.score.Rise;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lineage}. */
@Command(
        name = "lineage",
        description = {
            "Tells which posts a trend's row counted, and where each lies in bronze: source, lane, offset.",
            "The row is the newest that was decided by --at; its posts are those that counted at its own decision."
        })
public final class LineageCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common;

    @Option(names = "--term", paramLabel = "TERM", required = true, description = "A hashtag, word or phrase.")
    private String term;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            converter = KindConverter.class,
            defaultValue = "hashtag",
            description = "hashtag, word or phrase (default: ${DEFAULT-VALUE}).")
    private String kind;

    @Option(
            names = "--at",
            paramLabel = "TIME",
            required = true,
            converter = MomentConverter.class,
            description = "As known at this time in UTC, such as 2026-03-01T19:00:00Z.")
    private Instant at;

    @Mixin
    private ScopeOption scope;

    @Option(
            names = "--window",
            paramLabel = "WIDTH",
            converter = WidthConverter.class,
            description = "Only a row of a window of this width, such as 5m or 1h.")
    private Duration window;

    @Option(
            names = "--start",
            paramLabel = "TIME",
            converter = MomentConverter.class,
            description = "Only a row of a window that starts at this time in UTC.")
    private Instant start;

    @Option(
            names = "--limit",
            paramLabel = "N",
            converter = LimitConverter.class,
            defaultValue = "50",
            description = "Changes to show (default: 50).")
    private int limit;

    @Option(
            names = "--frames",
            paramLabel = "N",
            converter = LimitConverter.class,
            description = "Show the frames of the first N of them, without what they say.")
    private Integer frames;

    @Option(
            names = "--show-payload",
            description =
                    "Show what these frames say too: what people wrote, and who. It goes nowhere but to the output.")
    private boolean isPayloadShown;

    @Override
    public Integer call() {
        Context context = common.context();
        String counted = scope.name();
        Lineage lineage = Lineage.trace(
                context.spark(),
                context.lake(),
                kind,
                CanonicalTerms.of(kind, term).orElseThrow(this::noSuch),
                new Lineage.Wanted(at, start, window, counted),
                new Lineage.Extent(limit, frames == null ? 0 : frames, isPayloadShown));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("trend", lineage.trend());
        document.put("counted", lineage.counted());
        document.put("whole", lineage.isWhole());
        document.put("changes", lineage.changes());
        document.put("frames", lineage.frames());
        context.output().result(document, out -> print(lineage, out));
        return 0;
    }

    private PlatformException noSuch() {
        return PlatformException.usage(
                "No post can have the %s '%s'. A word has no spaces, a phrase two words, a hashtag more than digits."
                        .formatted(kind, term));
    }

    private static void print(Lineage lineage, PrintStream out) {
        Map<String, Object> trend = lineage.trend();
        out.printf(
                "The %s %s in the %s s from %s, decided at %s: %s posts of %s authors, evidence %s, %s%n%n",
                trend.get("kind"),
                trend.get("term"),
                trend.get("window_width"),
                trend.get("window_start"),
                trend.get("decided_at"),
                trend.get("posts"),
                trend.get("observed"),
                EvidenceText.of((Double) trend.get("evidence"), new Rise((Double) trend.get("rise"), (Integer)
                        trend.get("rise_windows"))),
                trend.get("state"));
        print(lineage.changes(), out, "received_at", "source", "post_id", "op", "lane", "offset");
        if (lineage.counted() > lineage.changes().size()) {
            out.printf(
                    "… and more: --limit shows more than %,d%n",
                    lineage.changes().size());
        }
        if (!lineage.isWhole()) {
            out.printf(
                    "%,d posts are found: what landed after the decision, stamped before it, counts in later ones; what was"
                            + " erased is gone.%n",
                    lineage.counted());
        }
        if (!lineage.frames().isEmpty()) {
            out.println();
            print(lineage.frames(), out, "source", "lane", "offset", "format", "received_at", "bytes");
            lineage.frames().stream()
                    .filter(frame -> frame.containsKey("payload"))
                    .map(frame -> String.valueOf(frame.get("payload")).replaceAll("\\p{Cc}", " "))
                    .forEach(out::println);
        }
    }

    private static void print(List<Map<String, Object>> rows, PrintStream out, String... columns) {
        TextTable table = new TextTable(columns);
        // As texts: an offset is no amount.
        rows.forEach(row -> table.row(Arrays.stream(columns)
                .map(column -> String.valueOf(row.get(column)))
                .toArray()));
        out.println(table.render(""));
    }
}
