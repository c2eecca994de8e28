package io.groundswell.app.evaluate;

import static io.groundswell.app.evaluate.Html.number;

import io.groundswell.table.Micros;
import io.groundswell.trends.evaluate.Episode;
import io.groundswell.trends.evaluate.KnownEvent;
import io.groundswell.trends.evaluate.Replay;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** The part of the report on the posts of a file. */
record InputPart(EvaluationSettings settings, InputStudy study, String input, List<KnownEvent> events) {
    private static final int LISTED = 100;

    void add(Html html) {
        html.heading("Real posts");
        html.paragraph(
                "%,d changes of posts of %s. Thresholds are found on %d null replays, in which each term's series is shifted by its own number of whole days or weeks on which there are posts, at %s false alarms a day on which there are posts; the stated rate is checked on %d others. Each burst of the input is in the nulls as well, at another time."
                        .formatted(
                                study.posts(),
                                input,
                                settings.nullReplays(),
                                number(settings.falseAlarms(), 1),
                                settings.nullReplays()));
        study.widths().forEach(width -> add(html, width));
    }

    private void add(Html html, InputStudy.OfWidth width) {
        html.subheading("Windows of %d minutes".formatted(width.replay().widthSeconds() / 60));
        html.table(
                List.of(
                        "scorer",
                        "threshold",
                        "false a day, found on",
                        "checked on",
                        "planted: recall",
                        "planted: excess, median",
                        "planted: p90",
                        "other episodes"),
                width.scorers().stream().map(InputPart::row).toList(),
                width.scorers().get(0).planted().scorer());
        new Curves(width.scorers().stream().map(InputStudy.OfScorer::planted).toList()).add(html);
        if (!events.isEmpty()) {
            events(html, width);
        }
        unexplained(html, width);
    }

    private static List<String> row(InputStudy.OfScorer scorer) {
        List<String> row = new ArrayList<>(scorer.planted().threshold());
        row.add(number(scorer.planted().judgement().recall(), 2));
        row.addAll(scorer.planted().excess());
        row.add(Integer.toString(scorer.unexplained().size()));
        return row;
    }

    private void events(Html html, InputStudy.OfWidth width) {
        List<String> head = new ArrayList<>(List.of("event", "first feasible window"));
        width.scorers().forEach(scorer -> head.add(scorer.planted().scorer()));
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            OptionalInt feasible = width.feasible().get(i);
            List<String> row = new ArrayList<>(List.of(
                    events.get(i).name(),
                    feasible.isPresent() ? time(width.replay(), feasible.getAsInt()) : notFeasible(width, i)));
            for (InputStudy.OfScorer scorer : width.scorers()) {
                row.add(alarm(width.replay(), scorer.alarms().get(i), feasible));
            }
            rows.add(row);
        }
        html.note(
                "Known events: the start of the first feasible window, as an oracle sees it that takes a term's rate before the event for the true one, and how many windows after it each scorer's first alarm comes.");
        html.table(head, rows, "");
    }

    private String notFeasible(InputStudy.OfWidth width, int event) {
        return "none: at most %d authors in a window"
                .formatted(events.get(event).mostAuthors(width.replay()));
    }

    private static String alarm(Replay replay, OptionalInt alarm, OptionalInt feasible) {
        if (alarm.isEmpty()) {
            return "never";
        }
        return feasible.isPresent()
                ? "%+d".formatted(alarm.getAsInt() - feasible.getAsInt())
                : time(replay, alarm.getAsInt());
    }

    private static void unexplained(Html html, InputStudy.OfWidth width) {
        List<Episode> episodes = width.scorers().get(0).unexplained();
        if (episodes.isEmpty()) {
            return;
        }
        html.note("What %s found that no known event explains, for a person to judge%s."
                .formatted(
                        width.scorers().get(0).planted().scorer(),
                        episodes.size() > LISTED ? " (the first %d of %d)".formatted(LISTED, episodes.size()) : ""));
        html.table(
                List.of("term", "kind", "first alarm", "score"),
                episodes.stream()
                        .limit(LISTED)
                        .map(episode -> List.of(
                                episode.name().term(),
                                episode.name().kind(),
                                time(width.replay(), episode.first()),
                                number(episode.peak(), 1)))
                        .toList(),
                "");
    }

    /** Returns the start of a window. */
    static String instant(Replay replay, int window) {
        return Micros.instant(replay.startOf(window)).toString();
    }

    private static String time(Replay replay, int window) {
        return instant(replay, window).replace('T', ' ').replace(":00Z", "");
    }
}
