package io.groundswell.app.command;

import io.groundswell.app.CommonOptions;
import io.groundswell.app.Context;
import io.groundswell.app.finding.NamedTerm;
import io.groundswell.app.interest.InterestOverTime;
import io.groundswell.app.interest.InterestReport;
import io.groundswell.app.interest.RankingReport;
import io.groundswell.app.interest.TermRanking;
import io.groundswell.app.interest.TermRanking.Order;
import io.groundswell.job.PlatformException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code interest}. */
@Command(
        name = "interest",
        description = {
            "Tells how much terms were written over time, 0 to 100, or which were written most in a window.",
            "Interest is the share of the window's distinct authors that wrote the term, by the newest decision, on a"
                    + " scale on which the greatest share of all terms and times asked for is 100. Windows that a hole in"
                    + " a feed touches are gaps, no zeros."
        })
public final class InterestCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common;

    @Parameters(paramLabel = "TERM", arity = "0..*", description = "#Tag, word or 'two words'.")
    private List<String> terms = List.of();

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            converter = KindConverter.class,
            description = "Only terms of this kind: hashtag, word or phrase.")
    private String kind;

    @Mixin
    private ScopeOption scope;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            converter = MomentConverter.class,
            description = "Since this time in UTC (default: 168 stretches before --to).")
    private Instant from;

    @Option(
            names = "--to",
            paramLabel = "TIME",
            converter = MomentConverter.class,
            description = "To this time in UTC (default: the end of the newest window decided).")
    private Instant to;

    @Option(
            names = "--by",
            paramLabel = "WIDTH",
            defaultValue = "1h",
            converter = WidthConverter.class,
            description =
                    "Stretches of time, such as 5m, 1h or 1d (default: 1h). A stretch that no window is as wide as"
                            + " adds up the authors of its windows: of a day those of its hours.")
    private Duration by;

    @Option(
            names = "--top",
            paramLabel = "N",
            converter = LimitConverter.class,
            description = "Instead of terms over time: the N terms that most authors wrote in a window.")
    private Integer top;

    @Option(
            names = "--rising",
            paramLabel = "N",
            converter = LimitConverter.class,
            description = "Instead: the N terms whose share of the authors grew most over the window before.")
    private Integer rising;

    @Option(
            names = "--at",
            paramLabel = "TIME",
            converter = MomentConverter.class,
            description = "With --top or --rising: in the newest window decided by then (default: of all).")
    private Instant at;

    @Option(
            names = "--window",
            paramLabel = "WIDTH",
            defaultValue = "1h",
            converter = WidthConverter.class,
            description = "With --top or --rising: in a window of this width, 5m or 1h (default: 1h).")
    private Duration window;

    @Override
    public Integer call() {
        check();
        Context context = common.context();
        String counted = scope.name();
        if (top == null && rising == null) {
            InterestOverTime interest =
                    new InterestOverTime(context.lake(), context.trendSettings().widthSeconds());
            List<NamedTerm> named =
                    terms.stream().map(term -> NamedTerm.of(term, kind)).toList();
            new InterestReport(
                            interest.of(context.spark(), named, new InterestOverTime.Asked(from, to, by, counted)),
                            counted,
                            by)
                    .tell(context.output());
            return 0;
        }
        TermRanking.Asked asked = new TermRanking.Asked(
                top == null ? Order.GROWTH : Order.AUTHORS,
                top == null ? rising : top,
                at,
                CountedWidths.of(context.trendSettings(), window).get(0),
                counted,
                kind == null ? List.of() : List.of(kind));
        new RankingReport(
                        new TermRanking(context.lake(), context.trendSettings()).rank(context.spark(), asked),
                        asked.order(),
                        counted)
                .tell(context.output());
        return 0;
    }

    private void check() {
        boolean isRanking = top != null || rising != null;
        if (terms.isEmpty() != isRanking || (top != null && rising != null)) {
            throw PlatformException.usage(
                    "One of the three: terms, --top or --rising. Name terms to see them over time,"
                            + " such as interest '#Harvey' storm, or how many of a window to list, such as --top 20.");
        }
        if (isRanking && (from != null || to != null)) {
            throw PlatformException.usage(
                    "--top and --rising are of one window: name it by --at and --window instead of --from"
                            + " and --to.");
        }
        if (!isRanking && at != null) {
            throw PlatformException.usage("--at is for --top and --rising: name the time of terms by --from and --to.");
        }
        if (from != null && to != null && !from.isBefore(to)) {
            throw PlatformException.usage(
                    "--from %s lies at or behind --to %s: name an earlier one.".formatted(from, to));
        }
    }
}
