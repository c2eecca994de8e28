package io.groundswell.app.interest;

import io.groundswell.app.interest.TermRanking.Order;
import io.groundswell.app.interest.TermRanking.Place;
import io.groundswell.app.interest.TermRanking.Ranked;
import io.groundswell.app.output.Output;
import io.groundswell.app.output.TextTable;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The terms of a window, for programs and people. */
public record RankingReport(Ranked ranked, Order order, String scope) {
    private static final double WHOLE = 1;

    public void tell(Output output) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("scope", scope);
        document.put("window_start", ranked.window().toString());
        document.put("window_width", ranked.width());
        document.put("all_authors", ranked.allAuthors());
        document.put("all_authors_before", ranked.allBefore());
        document.put("coverage", ranked.coverage());
        document.put("coverage_before", ranked.coverageBefore());
        document.put("terms", ranked.places().stream().map(this::document).toList());
        output.result(document, this::print);
    }

    private Map<String, Object> document(Place place) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("term", place.term());
        document.put("kind", place.kind());
        document.put("posts", place.posts());
        document.put("authors", place.authors());
        document.put("share", share(place));
        document.put("authors_before", place.before());
        document.put("growth", place.growth(ranked));
        return document;
    }

    private double share(Place place) {
        return (double) place.authors() / Math.max(1, ranked.allAuthors());
    }

    private void print(PrintStream out) {
        out.printf(
                "%s in the window of %,d s from %s: %,d authors, %,d in the one before.%n",
                order == Order.GROWTH ? "What grew most" : "What most authors wrote",
                ranked.width(),
                ranked.window(),
                ranked.allAuthors(),
                ranked.allBefore());
        if (ranked.coverage() < WHOLE || ranked.coverageBefore() < WHOLE) {
            out.printf(
                    "Holes in a feed: %.0f%% of it was seen, of the window before %.0f%%.%n",
                    ranked.coverage() * 100, ranked.coverageBefore() * 100);
        }
        if (order == Order.GROWTH && !ranked.isComparable()) {
            out.println("Nothing can be said of growth there: the two windows can't be compared.");
            return;
        }
        List<Place> places = ranked.places();
        if (places.isEmpty()) {
            out.println("No term passes the gates of an alarm there: enough authors and texts, none of one author.");
            return;
        }
        TextTable table = new TextTable("term", "kind", "authors", "share", "before", "growth", "posts");
        places.forEach(place -> table.row(
                InterestReport.shown(place.kind(), place.term()),
                place.kind(),
                place.authors(),
                "%.1f%%".formatted(100 * share(place)),
                place.before(),
                ranked.isComparable() ? "×%.1f".formatted(place.growth(ranked)) : "",
                place.posts()));
        out.println();
        out.println(table.render(""));
    }
}
