package io.groundswell.app.why;

import io.groundswell.app.finding.ThresholdNote;
import io.groundswell.app.output.Sparkline;
import io.groundswell.model.Term;
import io.groundswell.table.Micros;
import io.groundswell.trends.score.TermScores.Score;
import io.groundswell.trends.score.Threshold;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A card for a person: the answer first, then the figures. */
record CardText(CardReport report) {
    private static final int TEXT = 96;
    private static final int PARTS = 6;

    String render() {
        Card card = report.card();
        Score score = card.score();
        List<String> lines = new ArrayList<>();
        lines.add(name() + ", a " + card.term().kind() + ": " + answer());
        lines.add("");
        line(
                lines,
                "window",
                "%s to %s, as decided at %s"
                        .formatted(report.window(), Figures.end(report.window(), card.width()), report.decided()));
        line(lines, "state", state());
        line(lines, "first seen", firstSeen());
        line(
                lines,
                "authors",
                "%,d, expected %s: %s times as many"
                        .formatted(score.counted().authors(), Figures.of(score.expected()), Figures.of(score.lift())));
        line(
                lines,
                "evidence",
                "%s, a probability of 1 in 10^%.0f"
                        .formatted(Figures.of(score.evidence()), Math.floor(score.evidence())));
        if (score.rise().evidence() > score.evidence()) {
            line(
                    lines,
                    "rise",
                    "%s, of the %d windows up to this one together"
                            .formatted(
                                    Figures.of(score.rise().evidence()),
                                    score.rise().windows()));
        }
        line(lines, "threshold", threshold(score.bar().threshold()));
        line(lines, "posts", posts());
        line(
                lines,
                "texts",
                score.counted().texts() + " distinct" + (score.counted().texts() == 64 ? " or more" : ""));
        line(lines, "coverage", Figures.percent(score.coverage()) + " of the window was seen");
        if (card.verdict().mutedBy() != null) {
            line(lines, "muted by", card.verdict().mutedBy() + " ('rules list --all' shows it)");
        }
        if (score.bar().watchedBy() != null) {
            line(lines, "watched by", score.bar().watchedBy() + " ('rules list --all' shows it)");
        }
        curve(lines);
        line(lines, "languages", parts(card.posts().languages()));
        line(lines, "sources", parts(card.posts().sources()));
        card.samples().forEach(sample -> line(lines, "sample", sample(sample)));
        bronze(lines);
        return String.join(System.lineSeparator(), lines);
    }

    private static void line(List<String> lines, String what, String text) {
        lines.add("  %-12s%s".formatted(what, text));
    }

    private String name() {
        Term term = report.card().term();
        return term.kind().equals(Term.HASHTAG) ? "#" + term.display() : term.display();
    }

    private String answer() {
        Card card = report.card();
        Instant at = card.asOf().at();
        String list = (at == null ? "the newest list" : "the list of " + at)
                + (card.asOf().isOfAll() ? "" : ", scope " + card.asOf().scope());
        String surprise = "%,d author%s wrote it in the %s from %s, where %s were expected"
                .formatted(
                        card.score().counted().authors(),
                        card.score().counted().authors() == 1 ? "" : "s",
                        Figures.width(card.width()),
                        report.window(),
                        Figures.of(card.score().expected()));
        if (card.verdict().isListed()) {
            return "in %s, because %s.".formatted(list, surprise);
        }
        String why = card.verdict().mutedBy() != null
                ? "the rule " + card.verdict().mutedBy() + " mutes it"
                : report.shortfalls().stream().map(Shortfall::text).collect(Collectors.joining("; "));
        return "not in %s. Where it came closest, %s, and no alarm was raised: %s."
                .formatted(
                        list, surprise, why.isEmpty() ? "the settings of then asked for more than those of now" : why);
    }

    private String state() {
        Card.Verdict verdict = report.card().verdict();
        if (verdict.trendStart() == null) {
            return "no trend";
        }
        String alarm = verdict.isAlarmed()
                ? "alarmed"
                : "no alarm in this window"
                        + report.shortfalls().stream()
                                .map(Shortfall::text)
                                .collect(Collectors.joining("; ", " (", ")"));
        return "%s; %s; trend since %s".formatted(verdict.state(), alarm, verdict.trendStart());
    }

    private static String threshold(Threshold threshold) {
        String words = ThresholdNote.words(threshold.evidence(), threshold.falseAlarmsPerDay());
        return threshold.days() == 0
                ? words
                : words + " in windows of this width, by null replays of %d days".formatted(threshold.days());
    }

    private String firstSeen() {
        Card.Beginning beginning = report.card().beginning();
        return beginning.isNew()
                ? "in the %s from %s; the counts begin at %s, before it"
                        .formatted(Figures.width(beginning.firstWidth()), beginning.firstSeen(), beginning.countsFrom())
                : "in the %s from %s, with which the counts begin: it may be older"
                        .formatted(Figures.width(beginning.firstWidth()), beginning.firstSeen());
    }

    private String posts() {
        Card card = report.card();
        String posts = "%,d, of which one author wrote %,d (%s)"
                .formatted(
                        card.score().counted().posts(),
                        card.score().counted().topAuthorPosts(),
                        Figures.percent(card.topAuthorShare()));
        return card.blockedPosts() == 0
                ? posts
                : posts + "; %,d more are blocked by rules".formatted(card.blockedPosts());
    }

    private void curve(List<String> lines) {
        List<Score> curve = report.card().curve();
        List<Long> observed =
                curve.stream().map(score -> score.counted().authors()).toList();
        List<Double> expected = curve.stream().map(Score::expected).toList();
        double mostExpected =
                expected.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        double mostObserved =
                observed.stream().mapToDouble(Long::doubleValue).max().orElse(0);
        double top = Math.max(mostObserved, mostExpected);
        line(
                lines,
                "observed",
                "%s  at most %,.0f, each %s from %s on"
                        .formatted(
                                Sparkline.of(observed, top),
                                mostObserved,
                                Figures.width(report.card().width()),
                                Micros.instant(curve.get(0).window())));
        line(lines, "expected", "%s  at most %s".formatted(Sparkline.of(expected, top), Figures.of(mostExpected)));
    }

    private static String parts(List<CountedPosts.Part> parts) {
        String most = parts.stream()
                .limit(PARTS)
                .map(part -> "%s %,d author%s (%,d post%s)"
                        .formatted(
                                part.name() == null ? "unknown" : part.name(),
                                part.authors(),
                                part.authors() == 1 ? "" : "s",
                                part.posts(),
                                part.posts() == 1 ? "" : "s"))
                .collect(Collectors.joining(", "));
        return parts.isEmpty() ? "none" : parts.size() > PARTS ? most + ", …" : most;
    }

    /** In one line, whatever a post holds: no control of the terminal or of direction reaches it. */
    private static String sample(Card.Sample sample) {
        if (sample.text() == null) {
            return sample.id() + "  (deleted, or not settled yet)";
        }
        String text = sample.text()
                .replaceAll("[\\p{Cc}\\s\u200E\u200F\u202A-\u202E\u2066-\u2069]+", " ")
                .strip();
        int cut = text.offsetByCodePoints(0, Math.min(TEXT, text.codePointCount(0, text.length())));
        return sample.id() + "  " + text.substring(0, cut) + (cut < text.length() ? "…" : "");
    }

    private void bronze(List<String> lines) {
        Card card = report.card();
        String rows = "%,d row%s".formatted(card.posts().rows(), card.posts().rows() == 1 ? "" : "s");
        if (card.posts().rows() != card.score().counted().posts()) {
            rows += " found, other than the posts counted: some landed after the decision, or were erased";
        }
        line(lines, "bronze", report.lineage().isEmpty() ? rows : rows + "; this lists them:");
        if (!report.lineage().isEmpty()) {
            lines.add("    " + report.lineage());
        }
    }
}
