package io.groundswell.app.why;

import io.groundswell.app.output.Output;
import io.groundswell.model.Term;
import io.groundswell.table.Micros;
import io.groundswell.trends.TrendSettings;
import io.groundswell.trends.score.TermScores.Score;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A card as a document for programs, and as text.
 *
 * @param settings those of the alarm
 * @param lake as the option --lake names it; empty where it need not be named
 */
public record CardReport(Card card, TrendSettings settings, String lake) {

    public void tell(Output output) {
        output.result(document(), out -> out.println(new CardText(this).render()));
    }

    List<Shortfall> shortfalls() {
        return card.score().unmet().stream()
                .map(condition -> Shortfall.of(condition, card, settings))
                .toList();
    }

    Instant window() {
        return Micros.instant(card.score().window());
    }

    Instant decided() {
        return Micros.instant(card.score().decided());
    }

    /** Returns the command that lists all rows in bronze; empty of a window without a row in gold.trends. */
    String lineage() {
        if (card.verdict().trendStart() == null) {
            return "";
        }
        Term term = card.term();
        return "./groundswell lineage --term %s --kind %s%s --at %s --window %s --start %s --limit %d%s"
                .formatted(
                        quoted(term.term()),
                        term.kind(),
                        card.asOf().isOfAll()
                                ? ""
                                : " --scope " + quoted(card.asOf().scope()),
                        decided(),
                        Figures.option(card.width()),
                        window(),
                        Math.max(1, card.posts().rows()),
                        lake.isEmpty() ? "" : " --lake " + quoted(lake));
    }

    /** As a shell takes it for one word. */
    private static String quoted(String text) {
        return text.matches("[\\w./:-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    Map<String, Object> document() {
        Score score = card.score();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("term", card.term().term());
        document.put("kind", card.term().kind());
        document.put("display", card.term().display());
        document.put("scope", card.asOf().scope());
        document.put("at", text(card.asOf().at()));
        document.put("as_of", text(card.asOf().known()));
        document.put("window_start", window().toString());
        document.put("window_width", card.width());
        document.put("decided_at", decided().toString());
        document.put("listed", card.verdict().isListed());
        document.put("alarmed", card.verdict().isAlarmed());
        document.put("unmet", shortfalls().stream().map(Shortfall::document).toList());
        document.put("state", card.verdict().state());
        document.put("trend_start", text(card.verdict().trendStart()));
        document.put("muted_by", card.verdict().mutedBy());
        document.put("watched_by", score.bar().watchedBy());
        document.put("first_seen", card.beginning().firstSeen().toString());
        document.put("counts_from", card.beginning().countsFrom().toString());
        document.put("new_since_counts_began", card.beginning().isNew());
        document.put("observed", score.counted().authors());
        document.put("expected", score.expected());
        document.put("evidence", score.evidence());
        document.put("rise", score.rise().evidence());
        document.put("rise_windows", score.rise().windows());
        document.put("lift", score.lift());
        document.put("threshold", score.bar().threshold().evidence());
        document.put("false_alarms_per_day", score.bar().threshold().falseAlarmsPerDay());
        document.put("posts", score.counted().posts());
        document.put("authors", score.counted().authors());
        document.put("top_author_posts", score.counted().topAuthorPosts());
        document.put("top_author_share", card.topAuthorShare());
        document.put("texts", score.counted().texts());
        document.put("blocked_posts", card.blockedPosts());
        document.put("coverage", score.coverage());
        document.put("curve", curve());
        document.put("languages", parts("language", card.posts().languages()));
        document.put("sources", parts("source", card.posts().sources()));
        document.put("samples", card.samples().stream().map(CardReport::sample).toList());
        document.put("bronze", bronze());
        return document;
    }

    private Map<String, Object> curve() {
        Map<String, Object> curve = new LinkedHashMap<>();
        curve.put("window_start", curve(score -> Micros.instant(score.window()).toString()));
        curve.put("observed", curve(score -> score.counted().authors()));
        curve.put("expected", curve(Score::expected));
        curve.put("evidence", curve(Score::evidence));
        return curve;
    }

    private List<Object> curve(Function<Score, Object> figure) {
        return card.curve().stream().map(figure).toList();
    }

    private static List<Map<String, Object>> parts(String what, List<CountedPosts.Part> parts) {
        return parts.stream()
                .map(part -> {
                    Map<String, Object> document = new LinkedHashMap<>();
                    document.put(what, part.name());
                    document.put("authors", part.authors());
                    document.put("posts", part.posts());
                    return document;
                })
                .toList();
    }

    private static Map<String, Object> sample(Card.Sample sample) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", sample.id());
        document.put("text", sample.text());
        return document;
    }

    private Map<String, Object> bronze() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("rows", card.posts().rows());
        document.put("whole", card.posts().rows() == card.score().counted().posts());
        document.put("lineage", lineage().isEmpty() ? null : lineage());
        return document;
    }

    private static String text(Instant time) {
        return time == null ? null : time.toString();
    }
}
