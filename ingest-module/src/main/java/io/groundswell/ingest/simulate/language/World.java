package io.groundswell.ingest.simulate.language;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All that posts are made of. The same seed, sizes and languages give the same world. */
public final class World {
    private static final int COMMUNITIES = 8;
    private static final int MIN_MEMBERS = 6;
    private static final int MAX_MEMBERS = 12;
    private static final int BACKGROUND_TAGS = 2_000;
    private static final int WORD_SYLLABLES = 3;

    private final WordMaker maker;
    private final List<Tongue> tongues;
    private final AliasTable tongueTable;
    private final Topics topics;
    private final Hashtags hashtags;
    private final Authors authors;

    /** Makes a world of so many topics and authors, both ≥ 1. */
    public World(long seed, int topicCount, int authorCount, Mix mix) {
        SplittableRandom random = new SplittableRandom(seed);
        maker = new WordMaker(random, smallWords(mix));
        tongues = mix.shares().stream()
                .map(share ->
                        Tongue.make(share.language(), share.language() == Language.ENGLISH ? 0 : mix.ownTags(), maker))
                .toList();
        tongueTable = AliasTable.of(
                mix.shares().stream().mapToDouble(Mix.Share::posts).toArray());
        topics = makeTopics(topicCount, english());
        hashtags = makeHashtags(random);
        authors = new Authors(authorCount, english());
    }

    private static List<String> smallWords(Mix mix) {
        return mix.shares().stream()
                .flatMap(share -> share.language().smallWords().stream())
                .toList();
    }

    /** Topics take the rarest words, so that outside of their topics those hardly occur. */
    private static Topics makeTopics(int count, Tongue english) {
        int size = english.words().size();
        return new Topics(IntStream.range(0, count)
                .mapToObj(topic ->
                        english.words().subList(size - (topic + 1) * Topics.WORDS, size - topic * Topics.WORDS))
                .toList());
    }

    private Hashtags makeHashtags(SplittableRandom random) {
        List<List<Hashtag>> communities = new ArrayList<>();
        for (int community = 0; community < COMMUNITIES; community++) {
            communities.add(freshHashtags(MIN_MEMBERS + random.nextInt(MAX_MEMBERS - MIN_MEMBERS + 1)));
        }
        return new Hashtags(communities, freshHashtags(BACKGROUND_TAGS));
    }

    private List<Hashtag> freshHashtags(int count) {
        return Stream.generate(() -> freshHashtag(english())).limit(count).toList();
    }

    /** Returns a hashtag in a language that nothing else in this world uses. */
    public Hashtag freshHashtag(Tongue tongue) {
        return Tongue.freshHashtag(tongue.language(), maker);
    }

    /** Returns a hashtag that starts with this word and that nothing else in this world uses. */
    public Hashtag freshHashtag(String first) {
        return Hashtag.of(first, maker.next(Language.ENGLISH.syllables(), 2));
    }

    /** Returns a word of a language that nothing else in this world uses. */
    public Word freshWord(Tongue tongue) {
        return Word.of(maker.next(tongue.language().syllables(), WORD_SYLLABLES));
    }

    /** Returns the first language, in which topics are spoken of. */
    public Tongue english() {
        return tongues.get(0);
    }

    /** Returns all languages, the first one first. */
    public List<Tongue> tongues() {
        return tongues;
    }

    /** Draws a language by how many posts are in it. */
    public Tongue tongue(SplittableRandom random) {
        return tongues.get(tongueTable.next(random));
    }

    public Topics topics() {
        return topics;
    }

    public Hashtags hashtags() {
        return hashtags;
    }

    public Authors authors() {
        return authors;
    }
}
