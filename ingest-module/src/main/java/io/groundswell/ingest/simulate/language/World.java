package io.groundswell.ingest.simulate.language;

import io.groundswell.ingest.simulate.language.WordMaker.Syllables;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All that posts are made of. The same seed and sizes give the same world. */
public final class World {
    private static final int ENGLISH_WORDS = 17_000;
    private static final int SPANISH_WORDS = 2_000;
    private static final int RUSSIAN_WORDS = 1_000;
    private static final int COMMUNITIES = 8;
    private static final int MIN_MEMBERS = 6;
    private static final int MAX_MEMBERS = 12;
    private static final int BACKGROUND_TAGS = 2_000;
    private static final String ENGLISH =
            "the to a and of in is i for you it on that with this my at be have are so but "
                    + "was not just we your all me like what up out about from if when can they will do get no how new one now "
                    + "time who an or as by she he more has there their why been our would had";
    private static final String SPANISH =
            "de la que el en y a los se un por con no una su para es lo como más pero sus le ya este sí porque muy";
    private static final String RUSSIAN =
            "и в не на я что он с как это по но из у к мы за от то так все вы же бы только";

    private final WordMaker maker;
    private final List<Tongue> tongues;
    private final AliasTable tongueTable = AliasTable.of(0.9, 0.06, 0.04);
    private final Topics topics;
    private final Hashtags hashtags;
    private final Authors authors;

    /** Makes a world of so many topics and authors, both ≥ 1. */
    public World(long seed, int topicCount, int authorCount) {
        SplittableRandom random = new SplittableRandom(seed);
        maker = new WordMaker(random, List.of((ENGLISH + " " + SPANISH + " " + RUSSIAN).split(" ")));
        Tongue english = Tongue.make("en", ENGLISH, Syllables.LATIN, ENGLISH_WORDS, maker);
        tongues = List.of(
                english,
                Tongue.make("es", SPANISH, Syllables.IBERIAN, SPANISH_WORDS, maker),
                Tongue.make("ru", RUSSIAN, Syllables.CYRILLIC, RUSSIAN_WORDS, maker));
        topics = makeTopics(topicCount, english);
        hashtags = makeHashtags(random);
        authors = new Authors(authorCount, english);
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
        return Stream.generate(this::freshHashtag).limit(count).toList();
    }

    /** Returns a hashtag that nothing else in this world uses. */
    public Hashtag freshHashtag() {
        return Hashtag.of(maker.next(Syllables.LATIN, 2), maker.next(Syllables.LATIN, 1));
    }

    /** Returns a word that nothing else in this world uses. */
    public Word freshWord() {
        return Word.of(maker.next(Syllables.LATIN, 3));
    }

    /** Returns the first language, in which topics and trends are spoken of. */
    public Tongue english() {
        return tongues.get(0);
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
