package io.groundswell.app.interest;

import io.groundswell.app.interest.InterestSeries.Point;
import io.groundswell.app.output.Output;
import io.groundswell.app.output.Sparkline;
import io.groundswell.app.output.TextTable;
import io.groundswell.model.Term;
import io.groundswell.table.Micros;
import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Interest over time for programs, a row a term and stretch, and for people, a line a term.
 *
 * @param series on one scale, of the same stretches
 */
public record InterestReport(List<InterestSeries> series, String scope, Duration by) {
    private static final int ROOM = 60;
    private static final int SCALE = 100;

    public void tell(Output output) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("scope", scope);
        document.put("by", by.toSeconds());
        document.put(
                "rows",
                series.stream()
                        .flatMap(one -> one.points().stream().map(point -> row(one, point)))
                        .toList());
        output.result(document, this::print);
    }

    private static Map<String, Object> row(InterestSeries series, Point point) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("term", series.term());
        row.put("kind", series.kind());
        row.put("window_start", Micros.instant(point.start()).toString());
        row.put("authors", point.isGap() ? null : point.authors());
        row.put("all_authors", point.isGap() ? null : point.allAuthors());
        row.put("share", point.isGap() ? null : point.share());
        row.put("interest", point.isGap() ? null : point.interest());
        row.put("coverage", point.coverage());
        return row;
    }

    private void print(PrintStream out) {
        TextTable table = new TextTable("term", "kind", "interest", "peak", "at", "authors", "of all");
        for (InterestSeries one : series) {
            Point peak = one.peak();
            table.row(
                    shown(one.kind(), one.term()),
                    one.kind(),
                    Sparkline.of(one.line(ROOM), SCALE),
                    "%.1f".formatted(peak.interest()),
                    Micros.instant(peak.start()),
                    peak.authors(),
                    peak.allAuthors());
        }
        out.println(table.render(""));
        out.println();
        out.println(span());
    }

    static String shown(String kind, String term) {
        return kind.equals(Term.HASHTAG) ? "#" + term : term;
    }

    private String span() {
        List<Point> points = series.get(0).points();
        long gaps = points.stream().filter(Point::isGap).count();
        String span = "From %s to %s, %,d stretches of %s."
                .formatted(
                        Micros.instant(points.get(0).start()),
                        Micros.instant(points.get(points.size() - 1).start()).plus(by),
                        points.size(),
                        by.equals(Duration.ofDays(by.toDays()))
                                ? by.toDays() + "d"
                                : by.toString().substring(2).toLowerCase(Locale.ROOT));
        return gaps == 0 ? span : span + " %,d of them are masked by holes in a feed (·).".formatted(gaps);
    }
}
