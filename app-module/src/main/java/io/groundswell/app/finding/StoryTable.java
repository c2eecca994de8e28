package io.groundswell.app.finding;

import io.groundswell.app.output.Moment;
import io.groundswell.app.output.TextTable;
import io.groundswell.model.Term;
import java.util.List;
import java.util.stream.Collectors;

/** Stories as a table of text. */
public record StoryTable(List<StoryFinding> stories) {
    private static final int TERMS = 6;

    /** Returns the lines, each after an indent; times are in UTC. */
    public String render(String indent) {
        TextTable table = new TextTable("story", "from", "until", "window", "authors", "state", "terms");
        stories.forEach(story -> table.row(
                story.label(),
                Moment.minute(story.start()),
                Moment.minute(story.newest().plus(story.width())),
                story.width().toMinutes() + " min",
                story.peakAuthors(),
                story.state(),
                terms(story)));
        return table.render(indent);
    }

    private static String terms(StoryFinding story) {
        String first = story.terms().stream()
                .limit(TERMS)
                .map(term -> term.kind().equals(Term.HASHTAG) ? "#" + term.term() : term.term())
                .collect(Collectors.joining(", "));
        int more = story.terms().size() - TERMS;
        return more > 0 ? first + " and %d more".formatted(more) : first;
    }
}
