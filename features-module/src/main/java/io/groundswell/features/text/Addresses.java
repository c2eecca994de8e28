package io.groundswell.features.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * Covers the addresses of a text: with a scheme, from {@code www.} on, and bare ones, which are a host with a path or one
 * of the domains that people write alone. Time is linear in the text.
 */
final class Addresses {
    /** Others stand without a path too, but look like a sentence with a forgotten space. */
    private static final Set<String> WRITTEN_ALONE = Set.of("com", "org", "net", "edu", "gov", "info", "biz");

    /** Hosts hold letters of Latin, Greek, Cyrillic and Armenian; behind those come scripts that need no space before. */
    private static final int FIRST_NOT_IN_HOST = 0x590;

    private Addresses() {}

    static void cover(String text, char[] prose) {
        int end = 0;
        for (int at = text.indexOf("://"); at >= 0; at = text.indexOf("://", end)) {
            int start = at;
            while (start > end && Markup.isAsciiWord(text.charAt(start - 1))) {
                start--;
            }
            end = end(prose, at + 3);
            Arrays.fill(prose, start, end, Markup.COVER);
        }
        coverBare(prose);
    }

    /** The host may be in any script; behind it, Japanese and Chinese go on without a space after the address. */
    private static int end(char[] prose, int start) {
        int end = start;
        while (end < prose.length && (Character.isLetterOrDigit(prose[end]) || isHostSign(prose[end]))) {
            end++;
        }
        while (end < prose.length && prose[end] > ' ' && prose[end] < 0x7F && !isQuote(prose[end])) {
            end++;
        }
        return end;
    }

    private static void coverBare(char[] prose) {
        int start = 0;
        while (start < prose.length) {
            int end = start;
            int dot = -1;
            while (end < prose.length && (isHostLetter(prose[end]) || prose[end] == '.' || prose[end] == '-')) {
                dot = prose[end] == '.' && end + 1 < prose.length && isHostLetter(prose[end + 1]) ? end : dot;
                end++;
            }
            // Behind a sign stands the host of a mention or a mail address, which goes with the name before it.
            if (end > start && (start == 0 || !Markup.isMentionSign(prose[start - 1]))) {
                end = coverHost(prose, start, dot, end);
            }
            start = Math.max(end, start + 1);
        }
    }

    /** Covers a run of a host's characters, whose last inner dot is given, if it is an address; returns where to go on. */
    private static int coverHost(char[] prose, int start, int dot, int end) {
        int domainEnd = dot + 1;
        while (domainEnd < end && isHostLetter(prose[domainEnd])) {
            domainEnd++;
        }
        String domain = dot > start ? new String(prose, dot + 1, domainEnd - dot - 1) : "";
        int covered = start;
        if (isWww(prose, start, end) || (isDomain(domain) && domainEnd == end && hasPath(prose, end))) {
            covered = end(prose, end);
        } else if (isDomain(domain) && WRITTEN_ALONE.contains(domain.toLowerCase(Locale.ROOT))) {
            covered = domainEnd;
        }
        Arrays.fill(prose, start, covered, Markup.COVER);
        return Math.max(covered, end);
    }

    private static boolean isWww(char[] prose, int start, int end) {
        return end - start > 3 && prose[start + 3] == '.' && new String(prose, start, 3).equalsIgnoreCase("www");
    }

    private static boolean hasPath(char[] prose, int end) {
        return end + 1 < prose.length && prose[end] == '/' && prose[end + 1] > ' ' && prose[end + 1] < 0x7F;
    }

    /** Behind a dot a capital starts a sentence, unless all are capitals. */
    private static boolean isDomain(String label) {
        if (label.length() < 2 || !label.chars().allMatch(c -> c < 0x80 && Character.isLetter(c))) {
            return false;
        }
        return label.equals(label.toLowerCase(Locale.ROOT)) || label.equals(label.toUpperCase(Locale.ROOT));
    }

    private static boolean isHostLetter(char c) {
        return c < FIRST_NOT_IN_HOST && Character.isLetterOrDigit(c);
    }

    private static boolean isHostSign(char c) {
        return c == '.' || c == '-' || c == ':' || c == '@';
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '<' || c == '>';
    }
}
