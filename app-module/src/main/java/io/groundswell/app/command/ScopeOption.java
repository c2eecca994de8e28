package io.groundswell.app.command;

import io.groundswell.job.PlatformException;
import io.groundswell.model.TermCount;
import io.groundswell.trends.TrendSettings;
import io.groundswell.trends.count.ScopeKind;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** The part of the posts that a command tells of. */
final class ScopeOption {
    @Option(
            names = "--scope",
            paramLabel = "SCOPE",
            description = "Of the posts of one language or feed alone, such as language:de or source:mastodon, where the"
                    + " setting trends.scopes has these counted (default: of all).")
    private String scope = TermCount.SCOPE_ALL;

    /**
     * Returns the scope.
     *
     * @throws PlatformException if it is none, or none that is counted
     */
    String of(TrendSettings settings) {
        ScopeKind kind = ScopeKind.of(scope)
                .orElseThrow(() -> PlatformException.usage(
                        "'%s' is no scope. Name all, language:xx or source:xx, such as language:de.".formatted(scope)));
        if (!settings.scopes().contains(kind)) {
            throw PlatformException.usage(
                    "The scope %s is not counted: the setting trends.scopes has %s. Add %s to it, and posts are counted so from then on."
                            .formatted(
                                    scope,
                                    settings.scopes().stream()
                                            .map(ScopeOption::text)
                                            .collect(Collectors.joining(", ")),
                                    text(kind)));
        }
        return scope;
    }

    private static String text(ScopeKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
