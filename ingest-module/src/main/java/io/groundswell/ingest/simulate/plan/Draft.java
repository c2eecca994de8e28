package io.groundswell.ingest.simulate.plan;

import io.groundswell.ingest.simulate.compose.Plant;
import io.groundswell.ingest.simulate.language.Hashtag;
import io.groundswell.ingest.simulate.language.Tongue;
import io.groundswell.ingest.simulate.language.Word;
import io.groundswell.ingest.simulate.language.World;
import io.groundswell.job.PlatformException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Plants and their posts while they are gathered. */
final class Draft {
    private static final int OWN_WORDS = 3;

    private final World world;
    private final SplittableRandom random;
    private final List<Plant> plants = new ArrayList<>();
    private final List<PlannedPost> posts = new ArrayList<>();

    Draft(World world, SplittableRandom random) {
        this.world = world;
        this.random = random;
    }

    World world() {
        return world;
    }

    SplittableRandom random() {
        return random;
    }

    List<Plant> plants() {
        return plants;
    }

    /** Returns the posts of all plants by time. */
    List<PlannedPost> sortedPosts() {
        posts.sort(Comparator.comparingLong(PlannedPost::atMillis));
        return posts;
    }

    /** Adds a post of the plant that is added next. */
    void post(Instant start, Duration length, double passed, int author) {
        post(start.toEpochMilli() + (long) (length.toMillis() * passed), author);
    }

    /** Adds a post of the plant that is added next. */
    void post(long atMillis, int author) {
        posts.add(new PlannedPost(atMillis, plants.size(), author));
    }

    /** Adds a plant. */
    void plant(Plant plant) {
        plants.add(plant);
    }

    List<Word> ownWords(Tongue tongue) {
        return Stream.generate(() -> world.freshWord(tongue)).limit(OWN_WORDS).toList();
    }

    /** Adds a plant in English with a hashtag and words of its own. */
    Plant freshPlant(int texts) {
        List<Word> words = ownWords(world.english());
        Hashtag tag = world.freshHashtag(world.english());
        Plant plant = new Plant(tag, words, world.topics().next(random), world.english(), texts);
        plants.add(plant);
        return plant;
    }

    /** Returns the i-th hashtag's language: each third one is of another, where those have hashtags of their own. */
    Tongue tongue(int i) {
        List<Tongue> others = world.tongues().stream().filter(Tongue::hasTags).toList();
        return others.isEmpty() || i % 3 != 2 ? world.english() : others.get(i / 3 % others.size());
    }

    /** Draws an author, each as likely as any. */
    int author() {
        return random.nextInt(world.authors().size());
    }

    /** Draws different authors, each as likely as any. */
    List<Integer> authors(int count) {
        int all = world.authors().size();
        if (count > all / 2) {
            throw PlatformException.usage(
                    "Cannot plant a hashtag of %,d authors among %,d: the profile plants as much whatever the number of posts. Ask for more posts (--posts), or fewer days (--days)."
                            .formatted(count, all));
        }
        Set<Integer> taken = new HashSet<>();
        List<Integer> authors = new ArrayList<>();
        while (authors.size() < count) {
            int author = author();
            if (taken.add(author)) {
                authors.add(author);
            }
        }
        return authors;
    }
}
