package io.groundswell.ingest.simulate;

import io.groundswell.ingest.simulate.compose.Composer;
import io.groundswell.ingest.simulate.compose.RecentPosts;
import io.groundswell.ingest.simulate.language.World;
import io.groundswell.ingest.simulate.plan.Plan;
import io.groundswell.ingest.simulate.plan.Plan.Extent;
import io.groundswell.ingest.simulate.plan.PlannedPost;
import io.groundswell.ingest.simulate.plan.Rhythm;
import io.groundswell.ingest.simulate.wire.SimulatedPost;
import java.util.List;
import java.util.SplittableRandom;

/** The posts in the order in which they are written: those of the plan, and the others at the rhythm of day and week. */
final class PostStream {
    private final World world;
    private final Plan plan;
    private final SplittableRandom random;
    private final long startMillis;
    private final Rhythm rhythm;
    private final Composer composer;
    private final RecentPosts recent = new RecentPosts();
    private final List<PlannedPost> planned;
    private int nextPlanned;
    private long unplannedLeft;
    private double unplannedSeconds;
    private long sequence;

    PostStream(Extent extent, World world, Plan plan, int onceOnlyTags, SplittableRandom random) {
        this.world = world;
        this.plan = plan;
        this.random = random;
        Rhythm all = extent.rhythm();
        startMillis = all.startMillis();
        planned = plan.posts();
        unplannedLeft = extent.posts() - planned.size();
        // The planned ones are part of the mean, so that the stream lasts as long as with none.
        rhythm = new Rhythm(startMillis, all.meanPerSecond() * unplannedLeft / extent.posts(), all.weekly());
        composer = new Composer(world, random, onceOnlyTags);
        advance();
    }

    boolean hasNext() {
        return unplannedLeft > 0 || nextPlanned < planned.size();
    }

    /** Returns the next post, which stays as it is until some hundred more have been taken. */
    SimulatedPost next() {
        long unplannedMillis = startMillis + (long) (unplannedSeconds * 1_000);
        boolean isPlanned = nextPlanned < planned.size()
                && (unplannedLeft == 0 || planned.get(nextPlanned).atMillis() <= unplannedMillis);
        SimulatedPost post = recent.next();
        if (isPlanned) {
            writePlanned(planned.get(nextPlanned++), post);
        } else {
            write(post, unplannedMillis);
            unplannedLeft--;
            advance();
        }
        return post;
    }

    /** Fills a post as if it were the next one; it is no part of the stream. */
    void writeExtra(SimulatedPost post, long atMillis) {
        write(post, atMillis);
    }

    /** Makes a post into a later version of itself. */
    void revise(SimulatedPost post, long atMillis) {
        post.replacedId = post.id;
        post.id = id(atMillis);
        post.createdMillis = atMillis;
        composer.revise(post);
    }

    private void advance() {
        unplannedSeconds -= StrictMath.log(1 - random.nextDouble()) / rhythm.perSecond(unplannedSeconds);
    }

    private void writePlanned(PlannedPost planned, SimulatedPost post) {
        begin(post, planned.author(), planned.atMillis());
        post.plant = planned.plant();
        composer.compose(post, plan.plants().get(planned.plant()));
    }

    private void write(SimulatedPost post, long atMillis) {
        int author = world.authors().next(random);
        begin(post, author, atMillis);
        composer.compose(post, author, recent);
    }

    private void begin(SimulatedPost post, int author, long atMillis) {
        post.clear();
        post.id = id(atMillis);
        post.createdMillis = atMillis;
        post.authorId = world.authors().id(author);
        post.username = world.authors().username(author);
    }

    private long id(long atMillis) {
        return SimulatedPost.id(atMillis, sequence++);
    }
}
