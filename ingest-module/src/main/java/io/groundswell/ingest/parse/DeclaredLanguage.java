package io.groundswell.ingest.parse;

import java.util.Locale;
import java.util.Set;

/** What feeds say of a post's language. */
final class DeclaredLanguage {
    /** Undetermined, and no linguistic content. */
    private static final Set<String> NONE = Set.of("", "und", "zxx", "art");

    /** BCP 47 has no longer primary subtag. */
    private static final int MAX_LENGTH = 8;

    private DeclaredLanguage() {}

    /** Returns the primary subtag in lower case; null where the feed names none, or one of its own such as {@code qme}. */
    static String of(String tag) {
        if (tag == null) {
            return null;
        }
        int end = 0;
        while (end < tag.length() && "-_".indexOf(tag.charAt(end)) < 0) {
            end++;
        }
        if (end > MAX_LENGTH) {
            return null;
        }
        String primary = tag.substring(0, end).toLowerCase(Locale.ROOT);
        boolean isPrivate = primary.length() == 3 && primary.startsWith("q");
        return isPrivate || NONE.contains(primary) ? null : primary;
    }
}
