package io.groundswell.ingest.parse;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.StringTokenizer;

/**
 * What a reader sees of a post in HTML, found in one pass: a browser's parser repairs a broken tree, which an author can
 * make as costly as a second a post.
 *
 * @param text with a line break for {@code br} and around items, quotes and blocks, and an empty line between paragraphs
 * @param links distinct addresses of links that are no mention and no hashtag
 */
record HtmlText(String text, List<String> links) {
    /** A long post has some hundreds. */
    private static final int MAX_TAGS = 1 << 12;

    /**
     * Reads HTML.
     *
     * @throws UnreadableFrame if it has more than 4,096 tags
     */
    static HtmlText of(String html, String field) throws UnreadableFrame {
        int tags = 0;
        StringBuilder text = new StringBuilder(html.length());
        Set<String> links = new LinkedHashSet<>();
        HtmlScanner scanner = new HtmlScanner(html);
        while (scanner.advance()) {
            if (scanner.isTag()) {
                if (++tags > MAX_TAGS) {
                    throw new UnreadableFrame(Reason.OVER_LIMIT, field);
                }
                append(scanner, text, links);
            } else {
                scanner.appendText(text);
            }
        }
        return new HtmlText(text.toString().strip(), List.copyOf(links));
    }

    private static void append(HtmlScanner tag, StringBuilder text, Set<String> links) {
        switch (tag.name()) {
            case "br" -> text.append('\n');
            case "p" -> text.append(tag.isEnd() || text.length() == 0 ? "" : "\n\n");
            case "li", "div", "blockquote", "pre" -> {
                if (text.length() > 0 && text.charAt(text.length() - 1) != '\n') {
                    text.append('\n');
                }
            }
            case "a" -> addLink(tag, links);
            default -> {
                // Other elements part nothing.
            }
        }
    }

    private static void addLink(HtmlScanner tag, Set<String> links) {
        if (tag.isEnd()) {
            return;
        }
        String address = tag.attribute("href");
        if (address != null && !isOfMastodon(tag.attribute("class"))) {
            links.add(address);
        }
    }

    private static boolean isOfMastodon(String classes) {
        if (classes == null) {
            return false;
        }
        StringTokenizer names = new StringTokenizer(classes);
        while (names.hasMoreTokens()) {
            String name = names.nextToken();
            if (name.equalsIgnoreCase("mention") || name.equalsIgnoreCase("hashtag")) {
                return true;
            }
        }
        return false;
    }
}
