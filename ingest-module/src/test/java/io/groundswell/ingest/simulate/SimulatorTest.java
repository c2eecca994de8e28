package io.groundswell.ingest.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.groundswell.ingest.simulate.Frames.Frame;
import io.groundswell.ingest.simulate.Truth.FrameCounts;
import io.groundswell.ingest.simulate.plan.Planted.Swarm;
import io.groundswell.ingest.simulate.plan.PlantedTrend;
import io.groundswell.ingest.simulate.profile.Shape;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds one simulated day against its truth. */
class SimulatorTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final long POSTS = 43_200;
    private static final SimulationSettings SETTINGS = new SimulationSettings("day", POSTS, 1, 5, START, 0, 1, "x");

    @TempDir
    private static Path folder;

    private static Truth truth;
    private static List<Frame> frames;
    private static List<Frame> posts;

    @BeforeAll
    static void simulate() throws IOException {
        Path spool = folder.resolve("spool");
        truth = new Simulator(SETTINGS).writeSpool(spool, folder.resolve("truth.json"));
        frames = Frames.in(spool);
        Set<String> seen = new HashSet<>();
        posts = frames.stream()
                .filter(frame -> frame.isPost() && !frame.isEdit() && seen.add(frame.text("/data/id")))
                .toList();
    }

    @Test
    void writesAsManyPostsAsAsked() {
        assertThat(posts).hasSize((int) POSTS);
        assertThat(truth.counts().posts()).isEqualTo(POSTS);
        assertThat(truth.counts().frames()).isEqualTo(frames.size());
    }

    @Test
    void writesFramesInTheOrderInWhichTheyAreReceived() {
        assertThat(frames).extracting(Frame::receivedAtMicros).isSorted();
    }

    @Test
    void writesADayInADay() {
        assertThat(Duration.between(START, truth.end())).isCloseTo(Duration.ofDays(1), Duration.ofMinutes(20));
        assertThat(posts).allMatch(post -> post.createdMillis() >= START.toEpochMilli());
    }

    @Test
    void followsTheRhythmOfADay() {
        long[] perHour = new long[24];
        for (Frame post : posts) {
            perHour[
                    Instant.ofEpochMilli(post.createdMillis())
                            .atZone(ZoneOffset.UTC)
                            .getHour()]++;
        }

        // 1,800 an hour in the mean; planted trends of this thin stream may add some hundred.
        assertThat(perHour[2]).isLessThan(1_000);
        assertThat(perHour[16]).isGreaterThan(2_300);
    }

    @Test
    void countsEachKindOfFrameAsThereAre() {
        FrameCounts counts = truth.counts();
        long unreadable = frames.stream().filter(frame -> frame.json() == null).count();
        long accepted = frames.stream().filter(Frame::isPost).count();
        long edits = frames.stream()
                .filter(frame -> frame.isPost() && frame.isEdit())
                .count();
        long late = posts.stream()
                .filter(post -> post.receivedAtMicros() - post.createdMillis() * 1_000 > 3_000_000)
                .count();

        assertThat(frames.stream().filter(Frame::isDeletion)).hasSize((int) counts.deletions());
        assertThat(accepted).isEqualTo(POSTS + counts.duplicates() + counts.edits());
        assertThat(edits).isEqualTo(counts.edits());
        assertThat(frames).hasSize((int) (accepted + counts.deletions() + counts.broken()));
        assertThat(unreadable)
                .isEqualTo(counts.brokenByKind().get("truncated")
                        + counts.brokenByKind().get("bad_utf8"));
        // A delay of 1 to 3 s can't be told from a usual one.
        assertThat((double) late).isCloseTo(counts.late() * 0.88, within(counts.late() * 0.08));
    }

    @Test
    void makesEachFaultAboutAsOftenAsStated() {
        FrameCounts counts = truth.counts();

        assertThat(counts.late()).isBetween(780L, 950L); // 2 %
        assertThat(counts.duplicates()).isBetween(170L, 265L); // 0.5 %
        assertThat(counts.edits()).isBetween(90L, 175L); // 0.3 %
        assertThat(counts.deletions()).isBetween(90L, 175L); // 0.3 %
        assertThat(counts.broken()).isBetween(20L, 70L); // 0.1 %
        assertThat(counts.brokenByKind())
                .containsOnlyKeys("truncated", "missing_field", "bad_utf8", "wrong_type", "far_future", "oversized");
    }

    @Test
    void givesIdsThatTellTheTime() {
        Set<String> ids = new HashSet<>();
        for (Frame post : posts) {
            long id = Long.parseLong(post.text("/data/id"));
            assertThat((id >> 22) + 1_288_834_974_657L).isEqualTo(post.createdMillis());
            assertThat(ids.add(post.text("/data/id"))).isTrue();
        }
    }

    @Test
    void editsAndDeletesOnlyWhatWasReceivedBefore() {
        Set<String> known = new HashSet<>();
        for (Frame frame : frames) {
            if (frame.isDeletion()) {
                assertThat(known).contains(frame.text("/data/delete/tweet/id"));
            } else if (frame.isPost()) {
                if (frame.isEdit()) {
                    assertThat(known).contains(frame.text("/data/edit_history_tweet_ids/0"));
                    assertThat(frame.text("/data/edit_history_tweet_ids/1")).isEqualTo(frame.text("/data/id"));
                }
                known.add(frame.text("/data/id"));
            }
        }
    }

    @Test
    void plantsATrendEachTwoHoursButNoneInTheFirstThree() {
        assertThat(truth.planted().trends()).hasSize(12);
        assertThat(truth.planted().trends())
                .allMatch(trend -> !trend.start().isBefore(START.plus(Duration.ofHours(3))))
                .allMatch(trend -> trend.end().isBefore(truth.end()));
        assertThat(truth.planted().trends())
                .extracting(trend -> trend.strength().name())
                .contains("strong", "medium", "weak");
        assertThat(truth.planted().trends())
                .extracting(PlantedTrend::shape)
                .contains(Shape.STEP, Shape.RAMP, Shape.PULSE);
    }

    @Test
    void givesEachTrendTheAuthorsThatTheTruthSays() {
        for (PlantedTrend trend : truth.planted().trends()) {
            List<Frame> tagged =
                    posts.stream().filter(post -> post.isTagged(trend.term())).toList();
            long authors = tagged.stream()
                    .map(post -> post.text("/data/author_id"))
                    .distinct()
                    .count();

            assertThat(authors).isEqualTo(trend.authors()).isEqualTo(tagged.size());
            assertThat(tagged)
                    .allMatch(post -> post.createdMillis() >= trend.start().toEpochMilli()
                            && post.createdMillis() < trend.end().toEpochMilli());
        }
    }

    @Test
    void givesEachSwarmTheFewAuthorsThatTheTruthSays() {
        assertThat(truth.planted().swarms()).hasSize(3);
        for (Swarm swarm : truth.planted().swarms()) {
            List<Frame> tagged =
                    posts.stream().filter(post -> post.isTagged(swarm.term())).toList();

            assertThat(tagged).hasSize((int) swarm.posts());
            assertThat(tagged.stream().map(post -> post.text("/data/author_id")).distinct())
                    .hasSize((int) swarm.authors());
        }
    }

    @Test
    void speaksOfTheTopicsAndTagsOfTheTruth() {
        String topical = truth.topics().get(0).words().get(0);
        String tag = truth.communities().get(0).hashtags().get(0);

        assertThat(truth.topics()).hasSize(12);
        assertThat(truth.communities()).hasSize(8);
        assertThat(posts.stream()
                        .filter(post -> post.text("/data/text").contains(topical))
                        .count())
                .isGreaterThan(200);
        assertThat(posts.stream().filter(post -> post.isTagged(tag)).count()).isGreaterThan(200);
    }
}
