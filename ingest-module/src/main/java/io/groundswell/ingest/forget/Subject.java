package io.groundswell.ingest.forget;

import io.groundswell.ingest.suppress.IdKind;
import io.groundswell.ingest.suppress.Suppressions;
import io.groundswell.job.PlatformException;

/**
 * What is to be forgotten. It never says so of itself, so that no log can tell.
 *
 * @param kind a post or an author
 */
public record Subject(IdKind kind, String source, String id) {

    /**
     * Reads {@code SOURCE/ID}; the id may have slashes itself.
     *
     * @throws PlatformException if the text is not that
     */
    public static Subject of(IdKind kind, String text) {
        int slash = text.indexOf('/');
        if (slash < 1 || slash == text.length() - 1) {
            throw PlatformException.usage(
                    "A post or author is named as SOURCE/ID, such as x/2244994945: that has no slash within.");
        }
        return new Subject(kind, text.substring(0, slash), text.substring(slash + 1));
    }

    Suppressions.Id listed() {
        return new Suppressions.Id(kind, source, id);
    }

    @Override
    public String toString() {
        return "a " + kind.label();
    }
}
