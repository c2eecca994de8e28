package io.groundswell.trends.evaluate;

import io.groundswell.model.PostChange;
import io.groundswell.model.Term;
import io.groundswell.table.Micros;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Posts of trends that are put among the posts of a real feed: each on a hashtag that nobody used before, each post by an
 * author and with a text of its own, arriving by Poisson's law.
 *
 * @param changes of the feed with the planted posts, in the order of their times
 * @param plants what was planted
 */
public record PlantedPosts(List<ReplayedChange> changes, List<Plant> plants) {
    private static final long STRENGTH_WINDOW = Micros.of(Duration.ofMinutes(5));
    private static final List<Integer> STRENGTHS = List.of(5, 8, 12, 30);

    public PlantedPosts {
        changes = List.copyOf(changes);
        plants = List.copyOf(plants);
    }

    private enum Shape {
        PULSE(Duration.ofMinutes(15), false),
        STEP(Duration.ofHours(1), false),
        RAMP(Duration.ofHours(3), true);

        private final long length;
        private final boolean isRising;

        Shape(Duration length, boolean isRising) {
            this.length = Micros.of(length);
            this.isRising = isRising;
        }
    }

    /**
     * Plants trends of 5, 8, 12 and 30 authors per 5 minutes at their height, each as a pulse, a step and a ramp.
     *
     * @param feed in the order of the times
     * @param times how many of each, each at the time of some post of the feed
     * @param after share of the feed before which none starts
     */
    public static PlantedPosts among(List<ReplayedChange> feed, long seed, int times, double after) {
        SplittableRandom random = new SplittableRandom(seed);
        List<ReplayedChange> posts = new ArrayList<>();
        List<Plant> plants = new ArrayList<>();
        int first = (int) (feed.size() * after);
        for (int time = 0; time < times; time++) {
            for (int strength : STRENGTHS) {
                for (Shape shape : Shape.values()) {
                    long start = feed.get(first + random.nextInt(feed.size() - first))
                            .received();
                    String tag = "planted" + (char) ('a' + plants.size() % 26) + plants.size();
                    posts.addAll(posts(tag, strength, shape, start, random));
                    plants.add(new Plant(
                            new TermName(Term.HASHTAG, tag),
                            Set.of(),
                            strength + " " + shape.name().toLowerCase(Locale.ROOT),
                            Micros.instant(start),
                            Micros.instant(start + shape.length),
                            List.of()));
                }
            }
        }
        List<ReplayedChange> all = Stream.concat(feed.stream(), posts.stream())
                .sorted(Comparator.comparingLong(ReplayedChange::received))
                .toList();
        return new PlantedPosts(all, plants);
    }

    /** Draws arrivals at the height's rate, and thins them where the shape is below it. */
    private static List<ReplayedChange> posts(
            String tag, int strength, Shape shape, long start, SplittableRandom random) {
        List<ReplayedChange> posts = new ArrayList<>();
        double step = (double) STRENGTH_WINDOW / strength;
        double at = 0;
        while (true) {
            at -= step * Math.log(1 - random.nextDouble());
            if (at >= shape.length) {
                return posts;
            }
            if (shape.isRising && random.nextDouble() >= at / shape.length) {
                continue;
            }
            String id = tag + "-" + posts.size();
            long time = start + (long) at;
            posts.add(new ReplayedChange(
                    PostChange.CREATED, id, id, time, time, id, List.of(new Term(Term.HASHTAG, tag, tag))));
        }
    }

    /** Returns the plants as windows of a replay see them: nobody wrote of them before. */
    public List<Plant> in(Replay replay) {
        return plants.stream()
                .map(plant -> new Plant(
                        plant.name(),
                        plant.words(),
                        plant.group(),
                        plant.start(),
                        plant.end(),
                        Collections.nCopies(
                                replay.windowOf(Micros.of(plant.end()) - 1)
                                        - replay.windowOf(Micros.of(plant.start()))
                                        + 1,
                                0.0)))
                .toList();
    }
}
