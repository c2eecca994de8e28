package io.groundswell.trends.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.model.Term;
import io.groundswell.trends.count.Decisions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Stories of windows of five minutes, told as {@code state: terms}. */
class StoriesTest {
    private static final int WIDTH = 300;
    private static final long STEP = Decisions.widthMicros(WIDTH);

    private final Map<String, LiveStory> stories = new LinkedHashMap<>();
    private final Map<String, StoryBook.Facts> facts = new LinkedHashMap<>();
    private final Map<String, String> storyOfTerm = new LinkedHashMap<>();
    private final StoryBook book = new StoryBook("all", WIDTH, new StoryBook.Told() {
        @Override
        public void story(StoryWindow window, LiveStory story, StoryBook.Facts told) {
            stories.put(story.id(), story);
            facts.put(story.id(), told);
        }

        @Override
        public void trend(StoryWindow window, ToldTrend trend, String storyId) {
            storyOfTerm.put(trend.term().term(), storyId);
        }
    });

    private final List<ToldTrend> trends = new ArrayList<>();
    private final List<List<String>> posts = new ArrayList<>();
    private int number;

    private StoriesTest trend(String term, long observed, double shown) {
        String display = term.replace("#", "");
        trends.add(ToldTrend.of(new ToldTrend.Key(id(term), 0), display, observed, shown, false));
        return this;
    }

    private StoriesTest over(String term) {
        trends.add(ToldTrend.of(new ToldTrend.Key(id(term), 0), term, 0, 1, true));
        return this;
    }

    private static TermId id(String term) {
        String kind = term.startsWith("#") ? Term.HASHTAG : term.contains(" ") ? Term.PHRASE : Term.WORD;
        return new TermId(kind, term.replace("#", "").toLowerCase(Locale.ROOT));
    }

    private StoriesTest posts(int times, String... terms) {
        for (int i = 0; i < times; i++) {
            posts.add(Arrays.asList(terms));
        }
        return this;
    }

    /** Tells the next window, of so many authors in all, each of whom wrote one of the posts. */
    private void told(long scopeAuthors) {
        told(scopeAuthors, true);
    }

    private void told(long scopeAuthors, boolean isFirst) {
        long start = number++ * STEP;
        long decided = isFirst ? Decisions.first(start, WIDTH) : Decisions.first(start, WIDTH) + 1;
        StoryWindow window = new StoryWindow(WIDTH, start, decided);
        window.scopeAuthors(scopeAuthors);
        trends.forEach(window::add);
        long author = 0;
        for (List<String> post : posts) {
            List<TermId> terms = post.stream().map(StoriesTest::id).toList();
            window.add(terms, author, author, "x/" + author, 1L << (author % 64));
            author++;
        }
        stories.clear();
        facts.clear();
        storyOfTerm.clear();
        book.tell(window);
        trends.clear();
        posts.clear();
    }

    private List<String> told() {
        return stories.values().stream()
                .map(story -> facts.get(story.id()).state() + ": "
                        + String.join(
                                ", ",
                                story.terms().stream().map(term -> term.term()).toList()))
                .sorted()
                .toList();
    }

    @Test
    void joinsTermsOfTheSamePostsAlone() {
        trend("quake", 20, 20).trend("rubble", 10, 9).trend("election", 15, 12);
        posts(10, "quake", "rubble").posts(10, "quake").posts(15, "election");
        told(200);

        assertThat(told()).containsExactly("emerging: election", "emerging: quake, rubble");
        assertThat(storyOfTerm.get("quake")).isEqualTo(storyOfTerm.get("rubble"));
    }

    @Test
    void isOneStoryUnderTwoNamesThatNobodyWritesTogether() {
        trend("#HurricaneHarvey", 10, 14).trend("hurricane harvey", 12, 13).trend("#harvey", 8, 11);
        posts(10, "#HurricaneHarvey").posts(12, "hurricane harvey").posts(8, "#harvey");
        told(100);

        assertThat(told()).containsExactly("emerging: hurricaneharvey, hurricane harvey, harvey");
        assertThat(stories.values().iterator().next().label()).isEqualTo("#HurricaneHarvey");
        assertThat(facts.values().iterator().next().authors()).isEqualTo(30);
    }

    @Test
    void doesNotGlueTwoStormsByTheWordThatBothShare() {
        trend("hurricane", 40, 50)
                .trend("hurricane maria", 20, 30)
                .trend("maria", 20, 29)
                .trend("hurricane irma", 20, 28)
                .trend("irma", 20, 27);
        posts(20, "hurricane", "hurricane maria", "maria").posts(20, "hurricane", "hurricane irma", "irma");
        told(300);

        assertThat(stories).hasSize(2);
        assertThat(storyOfTerm.get("maria")).isEqualTo(storyOfTerm.get("hurricane maria"));
        assertThat(storyOfTerm.get("irma")).isEqualTo(storyOfTerm.get("hurricane irma"));
    }

    @Test
    void keepsItsIdWhileItsTermsComeAndGo() {
        trend("quake", 20, 20).trend("rubble", 10, 9);
        posts(10, "quake", "rubble").posts(10, "quake");
        told(200);
        String id = storyOfTerm.get("quake");

        trend("quake", 30, 25).over("rubble").trend("rescue", 12, 10);
        posts(12, "quake", "rescue").posts(18, "quake");
        told(200);
        trend("quake", 2, 24).trend("rescue", 14, 12);
        posts(2, "quake").posts(14, "rescue");
        told(200);

        assertThat(storyOfTerm).containsEntry("rescue", id).containsEntry("quake", id);
        assertThat(told()).containsExactly("peaking: quake, rescue");
    }

    @Test
    void tellsEachPhaseOfItsLife() {
        List<String> states = new ArrayList<>();
        for (int authors : new int[] {10, 12, 30, 25, 9}) {
            trend("quake", authors, 20).posts(authors, "quake").told(200);
            states.add(told().get(0));
        }
        over("quake").told(200);

        assertThat(states)
                .containsExactly(
                        "emerging: quake", "emerging: quake", "rising: quake", "peaking: quake", "fading: quake");
        assertThat(told()).containsExactly("over: quake");
        assertThat(storyOfTerm).containsKey("quake");
    }

    @Test
    void tellsWhichStoryTookOver() {
        trend("quake", 20, 20).trend("fire", 10, 9);
        posts(20, "quake").posts(10, "fire");
        told(200);
        String quake = storyOfTerm.get("quake");
        String fire = storyOfTerm.get("fire");

        trend("quake", 20, 20).trend("fire", 15, 12);
        posts(14, "quake", "fire").posts(6, "quake").posts(1, "fire");
        told(200);

        assertThat(fire).isNotEqualTo(quake);
        assertThat(storyOfTerm).containsEntry("fire", quake);
        assertThat(facts.get(fire).mergedInto()).isEqualTo(quake);
        assertThat(facts.get(fire).state()).isEqualTo("over");
    }

    @Test
    void leavesTheIdWithTheLargerPart() {
        trend("quake", 20, 20).trend("rubble", 15, 12).trend("flight", 12, 9);
        posts(12, "quake", "rubble", "flight").posts(3, "quake", "rubble").posts(5, "quake");
        told(200);
        String id = storyOfTerm.get("flight");

        trend("quake", 20, 20).trend("rubble", 15, 12).trend("flight", 12, 9);
        posts(15, "quake", "rubble").posts(5, "quake").posts(12, "flight");
        told(200);

        assertThat(storyOfTerm.get("quake")).isEqualTo(id).isEqualTo(storyOfTerm.get("rubble"));
        assertThat(storyOfTerm.get("flight")).isNotEqualTo(id);
    }

    @Test
    void givesACorrectedRowTheStoryOfItsTrend() {
        trend("quake", 20, 20).posts(20, "quake").told(200);
        String id = storyOfTerm.get("quake");

        trend("quake", 18, 18).told(200, false);

        assertThat(storyOfTerm).containsEntry("quake", id);
        assertThat(stories).isEmpty();
    }

    @Test
    void picksSamplesOfDistinctAuthorsAndTextsWithTheMostTerms() {
        StoryWindow window = new StoryWindow(WIDTH, 0, Decisions.first(0, WIDTH));
        window.scopeAuthors(100);
        window.add(ToldTrend.of(new ToldTrend.Key(id("quake"), 0), "quake", 4, 9, false));
        window.add(ToldTrend.of(new ToldTrend.Key(id("rubble"), 0), "rubble", 3, 5, false));
        window.add(List.of(id("quake")), 1, 1, "x/plain", 1);
        window.add(List.of(id("quake"), id("rubble")), 2, 9, "x/full", 2);
        window.add(List.of(id("quake"), id("rubble")), 2, 10, "x/same-author", 4);
        window.add(List.of(id("quake"), id("rubble")), 3, 11, "x/same-text", 2);
        book.tell(window);

        assertThat(facts.values()).singleElement().satisfies(told -> assertThat(told.samples())
                .containsExactly("x/full", "x/plain"));
    }
}
