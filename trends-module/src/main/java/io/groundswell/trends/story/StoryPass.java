package io.groundswell.trends.story;

import io.groundswell.trends.score.Life;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Goes through a partition's {@link StoryEvents} in order, one decision after another. */
final class StoryPass implements Iterator<Row>, StoryBook.Told {
    private final Iterator<Row> events;
    private final Deque<Row> told = new ArrayDeque<>();
    private StoryBook book;
    private String scope;
    private int width;
    private StoryWindow window;

    StoryPass(Iterator<Row> events) {
        this.events = events;
    }

    @Override
    public boolean hasNext() {
        while (told.isEmpty() && events.hasNext()) {
            take(events.next());
        }
        if (told.isEmpty() && !events.hasNext()) {
            endWindow();
        }
        return !told.isEmpty();
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException("All stories are told");
        }
        return told.remove();
    }

    private void take(Row event) {
        int eventWidth = event.<Integer>getAs("width");
        if (book == null || !book.isOf(event.getAs("scope"), eventWidth)) {
            endWindow();
            scope = event.getAs("scope");
            width = eventWidth;
            book = new StoryBook(scope, width, this);
        }
        switch (event.<Integer>getAs("type")) {
            case StoryEvents.TREND_BEFORE -> book.remember(key(event), event.getAs("story_id"));
            case StoryEvents.STORY_BEFORE -> rememberStory(event);
            case StoryEvents.TOTAL -> in(event).scopeAuthors(event.<Long>getAs("observed"));
            case StoryEvents.TREND -> in(event).add(trend(event));
            default -> addPost(event);
        }
    }

    private StoryWindow in(Row event) {
        long start = event.<Long>getAs("window");
        long decided = event.<Long>getAs("decided");
        if (window == null || !window.is(start, decided)) {
            endWindow();
            window = new StoryWindow(width, start, decided);
        }
        return window;
    }

    private void endWindow() {
        if (window != null) {
            book.tell(window);
            window = null;
        }
    }

    private void rememberStory(Row event) {
        if (!event.getAs("state").equals(Life.OVER)) {
            book.remember(new LiveStory(
                    event.getAs("story_id"),
                    event.<Long>getAs("story_start"),
                    event.<Long>getAs("window"),
                    event.getAs("label"),
                    ToldStories.terms(event.getList(event.fieldIndex("terms"))),
                    event.<Long>getAs("peak_authors"),
                    event.<Double>getAs("shown")));
        }
    }

    private static ToldTrend.Key key(Row event) {
        return new ToldTrend.Key(
                new TermId(event.getAs("kind"), event.getAs("term")), event.<Long>getAs("trend_start"));
    }

    private static ToldTrend trend(Row event) {
        return ToldTrend.of(
                key(event),
                event.getAs("display"),
                event.<Long>getAs("observed"),
                event.<Double>getAs("shown"),
                event.getAs("state").equals(Life.OVER));
    }

    private void addPost(Row event) {
        List<Row> terms = event.getList(event.fieldIndex("post_terms"));
        in(event)
                .add(
                        terms.stream()
                                .map(term -> new TermId(term.getString(0), term.getString(1)))
                                .toList(),
                        event.<Long>getAs("author"),
                        event.<Long>getAs("received"),
                        event.getAs("post"),
                        event.<Long>getAs("text_mask"));
    }

    @Override
    public void story(StoryWindow of, LiveStory story, StoryBook.Facts facts) {
        told.add(RowFactory.create(
                scope,
                width,
                of.start(),
                of.decided(),
                story.id(),
                null,
                null,
                story.start(),
                story.label(),
                story.terms().stream()
                        .map(term -> RowFactory.create(term.kind(), term.term(), term.display(), term.shown()))
                        .toArray(Row[]::new),
                facts.posts(),
                facts.authors(),
                story.peakAuthors(),
                facts.state(),
                story.shown(),
                facts.mergedInto(),
                facts.samples().toArray(String[]::new)));
    }

    @Override
    public void trend(StoryWindow of, ToldTrend trend, String storyId) {
        Object[] values = {
            scope,
            width,
            of.start(),
            of.decided(),
            storyId,
            trend.term().kind(),
            trend.term().term()
        };
        told.add(RowFactory.create(Arrays.copyOf(values, ToldStories.SCHEMA.size())));
    }
}
