package io.groundswell.app.evaluate;

import java.util.List;
import java.util.Locale;

/** Puts a page together, piece by piece. Everything but markup is escaped. */
final class Html {
    private static final String STYLE = """
            body { font: 15px/1.45 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1a1a1a }
            h1 { font-size: 1.7rem } h2 { margin-top: 2.4rem; border-bottom: 1px solid #ccc }
            table { border-collapse: collapse; margin: .8rem 0; font-variant-numeric: tabular-nums }
            th, td { padding: .2rem .7rem; border-bottom: 1px solid #e2e2e2; text-align: right }
            th:first-child, td:first-child { text-align: left } thead th { background: #f4f4f4 }
            tr.ours td { font-weight: 600 } p.note { color: #555 }
            svg { max-width: 44rem; display: block; margin: .6rem 0; font: 12px system-ui, sans-serif }
            svg .grid { stroke: #e6e6e6 }
            """;

    private final StringBuilder body = new StringBuilder();
    private final String title;

    Html(String title) {
        this.title = title;
        body.append(String.format(Locale.ROOT, "<h1>%s</h1>%n", escaped(title)));
    }

    Html heading(String text) {
        body.append(String.format(Locale.ROOT, "<h2>%s</h2>%n", escaped(text)));
        return this;
    }

    Html subheading(String text) {
        body.append(String.format(Locale.ROOT, "<h3>%s</h3>%n", escaped(text)));
        return this;
    }

    Html paragraph(String text) {
        body.append(String.format(Locale.ROOT, "<p>%s</p>%n", escaped(text)));
        return this;
    }

    Html note(String text) {
        body.append(String.format(Locale.ROOT, "<p class=\"note\">%s</p>%n", escaped(text)));
        return this;
    }

    /**
     * Adds a table.
     *
     * @param ours the first cell of rows that are set off
     */
    Html table(List<String> head, List<List<String>> rows, String ours) {
        body.append("<table><thead><tr>");
        head.forEach(cell -> body.append(String.format(Locale.ROOT, "<th>%s</th>", escaped(cell))));
        body.append("</tr></thead><tbody>\n");
        for (List<String> row : rows) {
            body.append(row.get(0).equals(ours) ? "<tr class=\"ours\">" : "<tr>");
            row.forEach(cell -> body.append(String.format(Locale.ROOT, "<td>%s</td>", escaped(cell))));
            body.append("</tr>\n");
        }
        body.append("</tbody></table>\n");
        return this;
    }

    Html chart(LineChart chart) {
        body.append(chart.svg());
        return this;
    }

    String page() {
        return String.format(
                Locale.ROOT,
                "<!doctype html>%n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>%s</title><style>%n%s</style></head><body>%n%s</body></html>%n",
                escaped(title),
                STYLE,
                body);
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    static String number(double value, int decimals) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
