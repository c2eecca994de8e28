package io.groundswell.ingest.parse;

import java.util.Locale;
import org.jsoup.nodes.Entities;

/** Walks HTML from text to tag to text, forwards only. Comments, scripts and styles are passed over. */
final class HtmlScanner {
    /** What stands in a tag behind it is not looked at. */
    private static final int MAX_TAG_LENGTH = 1 << 12;

    /** No name of a character is longer. */
    private static final int MAX_ENTITY_LENGTH = 32;

    private final String html;
    private int start;
    private int end;
    private boolean isTag;
    private String name = "";

    HtmlScanner(String html) {
        this.html = html;
    }

    /** Goes to the next piece of text or tag; false at the end. */
    boolean advance() {
        start = end;
        if (start == html.length()) {
            return false;
        }
        isTag = opensTag(start);
        if (isTag) {
            takeTag();
        } else {
            while (end < html.length() && !opensTag(end)) {
                end++;
            }
        }
        return true;
    }

    boolean isTag() {
        return isTag;
    }

    /** Returns whether the tag ends its element. */
    boolean isEnd() {
        return html.charAt(start + 1) == '/';
    }

    /** Returns the tag's name in lower case; empty of a comment. */
    String name() {
        return name;
    }

    /** Appends the text, with what its entities stand for. */
    void appendText(StringBuilder out) {
        decode(start, end, out);
    }

    /** Returns the value of one of the tag's attributes, of two of a name the first; null where it has none. */
    String attribute(String wanted) {
        int at = start + 1 + name.length();
        int limit = Math.min(end, start + MAX_TAG_LENGTH);
        while (at < limit) {
            int nameStart = at;
            while (at < end && !isSpace(at) && "=>/".indexOf(html.charAt(at)) < 0) {
                at++;
            }
            boolean isWanted = at - nameStart == wanted.length()
                    && html.regionMatches(true, nameStart, wanted, 0, wanted.length());
            at = skipSpaces(at);
            if (at < end && html.charAt(at) == '=') {
                int valueStart = skipSpaces(at + 1);
                at = valueEnd(valueStart);
                if (isWanted) {
                    return value(valueStart, at);
                }
            } else if (at == nameStart) {
                at++;
            }
        }
        return null;
    }

    private boolean opensTag(int at) {
        if (html.charAt(at) != '<' || at + 1 == html.length()) {
            return false;
        }
        char c = html.charAt(at + 1);
        return c == '/' || c == '!' || c == '?' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private void takeTag() {
        name = "";
        if (html.startsWith("<!--", start)) {
            end = behind("-->", start + 4);
        } else if (html.charAt(start + 1) == '!' || html.charAt(start + 1) == '?') {
            end = behind(">", start + 2);
        } else {
            int from = isEnd() ? start + 2 : start + 1;
            int to = from;
            while (to < html.length() && !isSpace(to) && html.charAt(to) != '>' && html.charAt(to) != '/') {
                to++;
            }
            name = html.substring(from, to).toLowerCase(Locale.ROOT);
            end = tagEnd(to);
            if (!isEnd() && (name.equals("script") || name.equals("style"))) {
                int close = html.indexOf("</" + name, end);
                end = close < 0 ? html.length() : close;
            }
        }
    }

    /** Returns the offset behind the tag's {@code >}, which a quoted value may hold; the end where it has none. */
    private int tagEnd(int from) {
        int at = from;
        while (at < html.length() && html.charAt(at) != '>') {
            boolean isValue = html.charAt(at) == '=';
            at = isValue ? valueEnd(skipSpaces(at + 1)) : at + 1;
        }
        return Math.min(html.length(), at + 1);
    }

    private int valueEnd(int from) {
        if (from >= html.length()) {
            return html.length();
        }
        char first = html.charAt(from);
        if (first == '"' || first == '\'') {
            int close = html.indexOf(first, from + 1);
            return close < 0 ? html.length() : close + 1;
        }
        int at = from;
        while (at < html.length() && !isSpace(at) && html.charAt(at) != '>') {
            at++;
        }
        return at;
    }

    private String value(int from, int to) {
        boolean isQuoted = from < to && (html.charAt(from) == '"' || html.charAt(from) == '\'');
        boolean isClosed = isQuoted && to - 1 > from && html.charAt(to - 1) == html.charAt(from);
        StringBuilder value = new StringBuilder();
        decode(isQuoted ? from + 1 : from, isClosed ? to - 1 : to, value);
        return value.toString();
    }

    private void decode(int from, int to, StringBuilder out) {
        int at = from;
        while (at < to) {
            int sign = at;
            while (sign < to && !opensEntity(sign, to)) {
                sign++; // not by indexOf, which would look on to the end for each piece of text
            }
            out.append(html, at, sign);
            at = sign < to ? entity(sign, to, out) : to;
        }
    }

    private boolean opensEntity(int at, int to) {
        return html.charAt(at) == '&'
                && at + 1 < to
                && (html.charAt(at + 1) == '#' || Character.isLetter(html.charAt(at + 1)));
    }

    /** Appends what the entity at an offset stands for, or its sign where there is none, and returns where to go on. */
    private int entity(int from, int to, StringBuilder out) {
        int at = from + 1;
        int limit = Math.min(to, at + MAX_ENTITY_LENGTH);
        while (at < limit && (Character.isLetterOrDigit(html.charAt(at)) || html.charAt(at) == '#')) {
            at++;
        }
        boolean isClosed = at < to && html.charAt(at) == ';';
        String character =
                !isClosed ? "" : html.startsWith("&amp;", from) ? "&" : character(html.substring(from + 1, at));
        out.append(character.isEmpty() ? "&" : character);
        return character.isEmpty() ? from + 1 : at + 1;
    }

    private static String character(String entity) {
        if (!entity.startsWith("#")) {
            return Entities.getByName(entity);
        }
        boolean isHex = entity.startsWith("#x") || entity.startsWith("#X");
        try {
            int codePoint = Integer.parseInt(entity.substring(isHex ? 2 : 1), isHex ? 16 : 10);
            return Character.isValidCodePoint(codePoint) ? Character.toString(codePoint) : "";
        } catch (NumberFormatException e) {
            return "";
        }
    }

    private int behind(String mark, int from) {
        int found = html.indexOf(mark, from);
        return found < 0 ? html.length() : found + mark.length();
    }

    private int skipSpaces(int from) {
        int at = from;
        while (at < html.length() && isSpace(at)) {
            at++;
        }
        return at;
    }

    private boolean isSpace(int at) {
        return Character.isWhitespace(html.charAt(at));
    }
}
