package io.groundswell.ingest.simulate;

import io.groundswell.ingest.simulate.plan.Planted;
import io.groundswell.ingest.simulate.plan.PlantedTrend;
import io.groundswell.ingest.simulate.profile.Troubles.Backlog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a simulated stream holds, so that what is found in it can be judged.
 *
 * @param version the simulator's; another one may make other bytes of the same settings
 * @param settings what was asked for, without the pace
 * @param end when the last post was written
 * @param planted trends, and what is like them and none
 * @param outages by their start
 * @param topics the topics by number, each with its words, heaviest first
 * @param communities the communities by number, each with its hashtags in lower case, most frequent first
 * @param counts how many frames of what kind there are
 */
public record Truth(
        int version,
        SimulationSettings settings,
        Instant end,
        Planted planted,
        List<FeedOutage> outages,
        List<LatentTopic> topics,
        List<HashtagCommunity> communities,
        FrameCounts counts) {

    /** The window of which strengths tell the authors. */
    private static final Duration STRENGTH_WINDOW = Duration.ofMinutes(5);

    public Truth {
        outages = List.copyOf(outages);
        topics = List.copyOf(topics);
        communities = List.copyOf(communities);
    }

    /**
     * A time from {@code start} until before {@code end} in which nothing was received.
     *
     * @param backlog what became of the frames that would have been
     * @param frames how many those are
     */
    public record FeedOutage(Instant start, Instant end, Backlog backlog, long frames) {}

    /** A topic and its words. */
    public record LatentTopic(int topic, List<String> words) {}

    /** Hashtags that stand together in posts. */
    public record HashtagCommunity(int community, List<String> hashtags) {}

    /**
     * How many frames there are.
     *
     * @param posts first versions of posts, each counted once
     * @param frames all frames that were received; an outage can lose any of the kinds below
     * @param duplicates posts delivered a second time, byte for byte
     * @param edits later versions of posts
     * @param deletions deletions of posts
     * @param late posts received 1 second to 3 hours after they were written; all others took less than 3
     *     seconds, but for outages
     * @param broken frames with a fault, made from posts that are in none of the other counts
     * @param brokenByKind the broken frames by fault, in lower case: see {@link
     *     io.groundswell.ingest.simulate.wire.Fault}
     */
    public record FrameCounts(
            long posts,
            long frames,
            long duplicates,
            long edits,
            long deletions,
            long late,
            long broken,
            Map<String, Long> brokenByKind) {}

    /**
     * Returns how many authors are expected of a trend's tag in a window, without those of the trend: what is there of it
     * all the time, with the rhythm of the window's middle.
     */
    public double baseAuthors(PlantedTrend trend, Instant windowStart, Duration width) {
        double windows = (double) width.toSeconds() / STRENGTH_WINDOW.toSeconds();
        Instant middle = windowStart.plus(width.dividedBy(2));
        return trend.strength().base() * windows * settings.extent().rhythm().factor(middle);
    }

    /** Reads a truth back. */
    public static Truth read(Path file) throws IOException {
        return TruthJson.parse(Files.readAllBytes(file));
    }

    /** Writes this truth whole or not at all, over one that is there. */
    public void write(Path file) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".draft");
        Files.write(
                draft,
                TruthJson.render(this),
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE,
                StandardOpenOption.SYNC);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
