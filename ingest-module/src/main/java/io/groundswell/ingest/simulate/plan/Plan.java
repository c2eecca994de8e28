package io.groundswell.ingest.simulate.plan;

import io.groundswell.ingest.simulate.compose.Plant;
import io.groundswell.ingest.simulate.language.World;
import io.groundswell.ingest.simulate.profile.Planting;
import io.groundswell.ingest.simulate.profile.TrendSeries;
import io.groundswell.job.PlatformException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;

/**
 * All that is planted into a stream.
 *
 * @param plants by their number
 * @param posts of all plants by time
 */
public record Plan(Planted planted, List<Plant> plants, List<PlannedPost> posts) {
    private static final double MOST = 0.5;

    /** Where the plants may go: {@code posts} at a rhythm. */
    public record Extent(Rhythm rhythm, long posts) {
        Instant start() {
            return Instant.ofEpochMilli(rhythm.startMillis());
        }

        /** Returns how long the posts take. */
        public Duration span() {
            return rhythm.span(posts);
        }
    }

    /**
     * Draws the plants of a profile.
     *
     * @throws PlatformException if the stream is too thin for them: they are as strong in any stream
     */
    public static Plan of(Extent extent, Planting planting, World world, SplittableRandom random) {
        Draft draft = new Draft(world, random);
        Instant start = extent.start();
        Duration span = extent.span();
        TrendSeries series = planting.trends();
        Bases bases = new Bases(draft, extent.rhythm());
        List<Planted.BaseTerm> terms = bases.plant(series, span);
        List<PlantedTrend> trends = new Trends(series, draft, bases).plant(start, span);
        Duration longest = planting.swarms().longest();
        Slots slots = Slots.of(
                start, span, series.quiet(), longest.compareTo(series.longest()) > 0 ? longest : series.longest());
        List<Planted.Swarm> swarms = new Swarms(planting.swarms(), draft).plant(slots, span);
        List<Planted.Recurrence> recurring = new Recurrences(draft).plant(planting.recurring(), start, span);
        Planted planted = new Planted(trends, terms, recurring, swarms);
        return new Plan(planted, draft.plants(), checked(draft.sortedPosts(), extent.posts()));
    }

    private static List<PlannedPost> checked(List<PlannedPost> posts, long all) {
        if (posts.size() > MOST * all) {
            throw PlatformException.usage(
                    "Cannot plant %,d posts among %,d: the profile plants as much whatever the number of posts, and no more than half of them may be planted. Ask for more posts (--posts), or fewer days (--days)."
                            .formatted(posts.size(), all));
        }
        return posts;
    }
}
