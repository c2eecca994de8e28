package io.groundswell.ingest.parse;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;

/**
 * What a reader sees of a post in HTML.
 *
 * @param text with a line break for {@code br} and an empty line between paragraphs
 * @param links distinct addresses of links that are no mention and no hashtag
 */
record HtmlText(String text, List<String> links) {
    static HtmlText of(String html) {
        Document document = Jsoup.parseBodyFragment(html);
        StringBuilder text = new StringBuilder(html.length());
        NodeTraversor.traverse((node, depth) -> append(node, text), document.body());
        Set<String> links = new LinkedHashSet<>();
        for (Element link : document.select("a[href]")) {
            if (!link.hasClass("mention") && !link.hasClass("hashtag")) {
                links.add(link.attr("href"));
            }
        }
        return new HtmlText(text.toString().strip(), List.copyOf(links));
    }

    private static void append(Node node, StringBuilder text) {
        if (node instanceof TextNode words) {
            text.append(words.getWholeText());
        } else if (node instanceof Element element) {
            switch (element.normalName()) {
                case "br" -> text.append('\n');
                case "p" -> text.append(text.length() == 0 ? "" : "\n\n");
                default -> {
                    // Other elements part nothing.
                }
            }
        }
    }
}
