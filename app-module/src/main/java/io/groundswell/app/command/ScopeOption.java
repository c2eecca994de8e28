package io.groundswell.app.command;

import io.groundswell.job.PlatformException;
import io.groundswell.model.TermCount;
import io.groundswell.trends.count.ScopeKind;
import picocli.CommandLine.Option;

/** The part of the posts that a command tells of. */
final class ScopeOption {
    @Option(
            names = "--scope",
            paramLabel = "SCOPE",
            description =
                    "Of the posts of one language or feed alone, such as language:de or source:mastodon, where the"
                            + " setting trends.scopes had it counted (default: all).")
    private String scope = TermCount.SCOPE_ALL;

    /**
     * Returns the scope.
     *
     * @throws PlatformException if it is none
     */
    String name() {
        if (ScopeKind.of(scope).isEmpty()) {
            throw PlatformException.usage(
                    "'%s' is no scope. Name all, language:xx or source:xx, such as language:de.".formatted(scope));
        }
        return scope;
    }

    /** Returns what is to be said where there is nothing in it; nothing of all posts. */
    String within() {
        return ScopeKind.ALL.has(scope)
                ? ""
                : " in the scope %s, which is counted while the setting trends.scopes has it".formatted(scope);
    }
}
