package io.groundswell.trends.story;

import io.groundswell.model.StoryTerm;
import io.groundswell.trends.score.Life;
import io.groundswell.trends.score.Phase;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The stories of one scope and width, told decision by decision. */
final class StoryBook {
    private static final int ID_BYTES = 8;

    private final String scope;
    private final int width;
    private final Told told;
    private final Map<ToldTrend.Key, String> storyOf = new HashMap<>();
    private Map<String, LiveStory> stories = new TreeMap<>();

    /** Takes what is told. */
    interface Told {
        void story(StoryWindow window, LiveStory story, Facts facts);

        void trend(StoryWindow window, ToldTrend trend, String storyId);
    }

    /** What is told of a story in a window alone. */
    record Facts(String state, long posts, long authors, String mergedInto, List<String> samples) {}

    StoryBook(String scope, int widthSeconds, Told told) {
        this.scope = scope;
        this.width = widthSeconds;
        this.told = told;
    }

    boolean isOf(String otherScope, int otherWidth) {
        return width == otherWidth && scope.equals(otherScope);
    }

    /** Takes the story of a trend from an earlier row of it; rows come in the order of their decisions. */
    void remember(ToldTrend.Key trend, String storyId) {
        storyOf.put(trend, storyId);
    }

    /** Takes a story that has not ended, from its newest window. */
    void remember(LiveStory story) {
        stories.put(story.id(), story);
    }

    /** Tells the stories of a window, or which the trends of corrected rows are in. */
    void tell(StoryWindow window) {
        if (window.isFirst()) {
            decide(window);
        }
        for (ToldTrend trend : window.trends()) {
            String story = storyOf.get(trend.key());
            if (story != null) {
                told.trend(window, trend, story);
            }
        }
    }

    private void decide(StoryWindow window) {
        stories.values().removeIf(story -> !story.canEndIn(window.start()));
        window.live().forEach(this::recall);
        List<BitSet> clusters = Clusters.of(new Ties(window.live(), window.posts(), window.scopeAuthors(), storyOf));
        Map<Integer, LiveStory> goingOn = Continuity.of(clusters, window, storyOf, stories);
        Map<String, LiveStory> now = new TreeMap<>();
        Map<String, Map<String, Integer>> movedTo = new HashMap<>();
        for (int cluster = 0; cluster < clusters.size(); cluster++) {
            LiveStory story = told(window, clusters.get(cluster), goingOn.get(cluster));
            now.put(story.id(), story);
            for (ToldTrend trend : window.of(clusters.get(cluster))) {
                String from = storyOf.put(trend.key(), story.id());
                if (from != null) {
                    movedTo.computeIfAbsent(from, any -> new TreeMap<>()).merge(story.id(), 1, Integer::sum);
                }
            }
        }
        for (LiveStory story : stories.values()) {
            if (!now.containsKey(story.id())) {
                String mergedInto = most(movedTo.getOrDefault(story.id(), Map.of()));
                told.story(window, story, new Facts(Life.OVER, 0, 0, mergedInto, List.of()));
            }
        }
        stories = now;
    }

    /** A trend of which no row names a story is in the one whose newest window had its term. */
    private void recall(ToldTrend trend) {
        if (!storyOf.containsKey(trend.key())) {
            stories.values().stream()
                    .filter(story -> story.has(trend.term()))
                    .findFirst()
                    .ifPresent(story -> storyOf.put(trend.key(), story.id()));
        }
    }

    private LiveStory told(StoryWindow window, BitSet cluster, LiveStory before) {
        List<ToldTrend> trends = window.of(cluster);
        long authors = window.posts().authorsOf(cluster);
        LiveStory story = new LiveStory(
                before == null ? id(window, trends.get(0)) : before.id(),
                before == null ? window.start() : before.start(),
                window.start(),
                Label.of(trends),
                trends.stream()
                        .map(trend ->
                                new StoryTerm(trend.term().kind(), trend.term().term(), trend.display(), trend.shown()))
                        .toList(),
                before == null ? authors : Math.max(before.peakAuthors(), authors),
                trends.get(0).shown());
        Facts facts = new Facts(
                Phase.of(window.start() - story.start(), width, authors, before == null ? 0 : before.peakAuthors()),
                window.posts().postsOf(cluster),
                authors,
                null,
                Samples.of(cluster, window.live(), window.posts()));
        told.story(window, story, facts);
        return story;
    }

    private static String most(Map<String, Integer> stories) {
        return stories.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(
                                Map.Entry.<String, Integer>comparingByKey().reversed()))
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    /** A window has no two stories of one strongest term, so what a story begins with names it. */
    private String id(StoryWindow window, ToldTrend strongest) {
        String name = String.join(
                "\n",
                scope,
                Integer.toString(width),
                Long.toString(window.start()),
                strongest.term().kind(),
                strongest.term().term());
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
