package io.groundswell.app.command;

import io.groundswell.app.Context;
import io.groundswell.app.finding.AsOf;
import io.groundswell.app.finding.NamedTerm;
import io.groundswell.app.settings.LakeSettings;
import io.groundswell.app.why.Card;
import io.groundswell.app.why.CardFinder;
import io.groundswell.app.why.CardReport;
import io.groundswell.job.PlatformException;
import io.groundswell.trends.TrendSettings;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Option;

/** The term of which 'trends' tells why it is in the list, or is not. */
final class WhyOptions {
    @Option(
            names = "--why",
            paramLabel = "TERM",
            description = "Instead of the list: why this term is in it, or is not. #Tag, word or 'two words'.")
    private String term;

    @Option(
            names = "--window",
            paramLabel = "WIDTH",
            converter = WidthConverter.class,
            description = "With --why: only windows of this width, such as 5m or 1h (default: of all widths).")
    private Duration window;

    boolean isAsked() {
        if (term == null && window != null) {
            throw PlatformException.usage(
                    "--window says nothing without --why. Name a term by --why, or leave it out.");
        }
        return term != null;
    }

    /** Tells it. */
    void tell(Context context, AsOf asOf, List<String> kinds, boolean isDiff) {
        if (isDiff || kinds.size() > 1) {
            throw PlatformException.usage("--why tells of one term and one list: leave %s out."
                    .formatted(isDiff ? "--diff" : "all but one --kind"));
        }
        TrendSettings settings = context.trendSettings();
        NamedTerm named = NamedTerm.of(term, kinds.isEmpty() ? null : kinds.get(0));
        List<Integer> widths = CountedWidths.of(settings, window);
        Card card = new CardFinder(context.lake(), settings).find(context.spark(), named, asOf, widths);
        new CardReport(card, settings, lake(context)).tell(context.output());
    }

    private static String lake(Context context) {
        String root = context.lake().root();
        return root.equals(LakeSettings.DEFAULT.root()) ? "" : root;
    }
}
