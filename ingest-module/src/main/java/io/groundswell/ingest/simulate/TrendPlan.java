package io.groundswell.ingest.simulate;

import io.groundswell.ingest.simulate.PlantedTrend.Shape;
import io.groundswell.ingest.simulate.PlantedTrend.Strength;
import io.groundswell.ingest.simulate.Truth.BotSwarm;
import io.groundswell.ingest.simulate.compose.Plant;
import io.groundswell.ingest.simulate.language.Word;
import io.groundswell.ingest.simulate.language.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Which trends and swarms of bots are planted, and each of their posts. */
final class TrendPlan {
    private static final Duration SHORTEST_SPAN = Duration.ofHours(6);
    /** The time in which a detector learns what is usual: nothing is planted in it. */
    private static final Duration QUIET_START = Duration.ofHours(3);

    private static final Duration QUIET_END = Duration.ofMinutes(30);
    private static final Duration LONGEST = Shape.RAMP.length();
    private static final Duration DAY = Duration.ofDays(1);
    private static final double MAX_SHARE = 0.25;
    private static final int TRENDS_PER_SWARM = 4;
    private static final int SWARM_AUTHORS = 3;
    private static final int SWARM_POSTS = 90;
    private static final Duration SWARM_LENGTH = Duration.ofMinutes(30);
    private static final int OWN_WORDS = 3;
    private static final List<Strength> STRENGTHS = List.of(Strength.values());
    private static final List<Shape> SHAPES = List.of(Shape.values());

    private final SimulationSettings settings;
    private final World world;
    private final SplittableRandom random;
    private final Duration span;
    private final List<PlantedTrend> trends = new ArrayList<>();
    private final List<BotSwarm> bots = new ArrayList<>();
    private final List<Plant> plants = new ArrayList<>();
    private final List<PlannedPost> posts = new ArrayList<>();

    TrendPlan(SimulationSettings settings, World world, SplittableRandom random) {
        this.settings = settings;
        this.world = world;
        this.random = random;
        span = new Rhythm(settings.start().toEpochMilli(), settings.postsPerSecond()).span(settings.posts());
        int count = trendCount();
        double scale = scale(count);
        for (int i = 0; i < count; i++) {
            plantTrend(strength(i), shape(i), scale, slot(i, count));
        }
        for (int i = 0; i < count / TRENDS_PER_SWARM && scale == 1; i++) {
            plantSwarm(slot(i, count / TRENDS_PER_SWARM));
        }
        posts.sort(Comparator.comparingLong(PlannedPost::atMillis));
    }

    /** One post of a plant. */
    record PlannedPost(long atMillis, int plant, int author) {}

    /** Returns the trends by their start. */
    List<PlantedTrend> trends() {
        return trends;
    }

    List<BotSwarm> bots() {
        return bots;
    }

    Plant plant(int number) {
        return plants.get(number);
    }

    /** Returns the posts of all plants by time. */
    List<PlannedPost> posts() {
        return posts;
    }

    private int trendCount() {
        boolean isPlanted = settings.trendsPerDay() > 0 && span.compareTo(SHORTEST_SPAN) >= 0;
        double expected = settings.trendsPerDay() * span.toMillis() / DAY.toMillis();
        return isPlanted ? (int) Math.max(1, Math.round(expected)) : 0;
    }

    private static Strength strength(int number) {
        return STRENGTHS.get(number % STRENGTHS.size());
    }

    /** Over nine trends, each strength meets each shape. */
    private static Shape shape(int number) {
        return SHAPES.get((number + number / STRENGTHS.size()) % SHAPES.size());
    }

    /** Returns what all trends are scaled by so that they don't take over a stream that is too thin for them. */
    private double scale(int count) {
        double planned = 0;
        for (int i = 0; i < count; i++) {
            planned += strength(i).authorsPerBin(settings.postsPerSecond()) * shape(i).bins();
        }
        return Math.min(1, MAX_SHARE * settings.posts() / Math.max(1, planned));
    }

    /** Returns a start in the i-th of n equal parts of the time in which there may be trends. */
    private Instant slot(int i, int n) {
        Duration usable = span.minus(QUIET_START).minus(QUIET_END).minus(LONGEST);
        double part = (i + 0.8 * random.nextDouble()) / n;
        return settings.start().plus(QUIET_START).plusMillis((long) (usable.toMillis() * part));
    }

    private void plantTrend(Strength strength, Shape shape, double scale, Instant start) {
        double wanted = strength.authorsPerBin(settings.postsPerSecond()) * shape.bins() * scale;
        int count =
                Math.max(1, Math.min((int) Math.round(wanted), world.authors().size() / 2));
        List<Integer> authors = distinctAuthors(count);
        for (int i = 0; i < count; i++) {
            double passed = shape.quantile((i + random.nextDouble()) / count);
            add(start, shape.length(), passed, authors.get(i));
        }
        Plant plant = freshPlant();
        List<String> words = plant.words().stream().map(Word::text).toList();
        Instant end = start.plus(shape.length());
        trends.add(new PlantedTrend("hashtag", plant.tag().term(), start, end, strength, shape, count, words));
    }

    private void plantSwarm(Instant start) {
        List<Integer> authors =
                distinctAuthors(Math.min(SWARM_AUTHORS, world.authors().size()));
        for (int i = 0; i < SWARM_POSTS; i++) {
            add(start, SWARM_LENGTH, random.nextDouble(), authors.get(random.nextInt(authors.size())));
        }
        Plant plant = freshPlant();
        bots.add(new BotSwarm(plant.tag().term(), start, start.plus(SWARM_LENGTH), authors.size(), SWARM_POSTS));
    }

    private void add(Instant start, Duration length, double passed, int author) {
        posts.add(new PlannedPost(start.toEpochMilli() + (long) (length.toMillis() * passed), plants.size(), author));
    }

    private Plant freshPlant() {
        List<Word> words = Stream.generate(world::freshWord).limit(OWN_WORDS).toList();
        Plant plant = new Plant(world.freshHashtag(), words, world.topics().next(random));
        plants.add(plant);
        return plant;
    }

    private List<Integer> distinctAuthors(int count) {
        Set<Integer> taken = new HashSet<>();
        List<Integer> authors = new ArrayList<>();
        while (authors.size() < count) {
            int author = random.nextInt(world.authors().size());
            if (taken.add(author)) {
                authors.add(author);
            }
        }
        return authors;
    }
}
