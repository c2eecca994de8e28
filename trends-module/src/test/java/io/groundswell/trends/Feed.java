package io.groundswell.trends;

import static io.groundswell.testing.Posts.NOON;
import static io.groundswell.testing.Posts.post;

import io.groundswell.testing.Posts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Three hours of a small feed in the order in which it was received: posts of a few words, some late, edited, deleted or
 * sent twice; a tag that many take up after two hours; then a word each after three and after thirteen days.
 */
final class Feed {
    static final String TAG = "storm";
    static final Instant JUMP = NOON.plus(Duration.ofHours(2));

    private static final int MINUTES = 180;
    private static final int POSTS_A_MINUTE = 12;
    private static final int WORDS = 40;
    private final Random random = new Random(7);
    private final List<Posts.Builder> changes = new ArrayList<>();

    private Feed() {}

    static List<Posts.Builder> received() {
        Feed feed = new Feed();
        for (int minute = 0; minute < MINUTES; minute++) {
            for (int post = 0; post < POSTS_A_MINUTE; post++) {
                feed.add("p" + minute + "-" + post, NOON.plusSeconds(minute * 60L + post * 5L));
            }
        }
        Instant threeDaysOn = NOON.plus(Duration.ofDays(3));
        Instant beyondMemory = NOON.plus(Duration.ofDays(13));
        for (int post = 0; post < 40; post++) {
            feed.changes.add(post("q" + post).at(threeDaysOn.plusSeconds(post)).words("w1", "w2"));
            feed.changes.add(
                    post("r" + post).at(beyondMemory.plusSeconds(20L * post)).words("w1"));
        }
        feed.changes.sort(Comparator.comparing(change -> change.change().receivedAt()));
        return feed.changes;
    }

    private void add(String id, Instant at) {
        String author = "a" + random.nextInt(5000);
        Duration delay = Duration.ofMillis(random.nextInt(20) == 0 ? random.nextInt(2_400_000) : random.nextInt(8000));
        boolean isOfTheJump = !at.isBefore(JUMP) && at.isBefore(JUMP.plusSeconds(2400)) && random.nextInt(2) == 0;
        String[] words = {word(), word()};
        Posts.Builder created =
                said(post(id), id, author, at, words, isOfTheJump).late(delay);
        changes.add(created);
        Instant received = at.plus(delay);
        if (random.nextInt(30) == 0) {
            changes.add(said(post(id), id, author, at, words, isOfTheJump).received(received.plusSeconds(70)));
        }
        if (random.nextInt(15) == 0) {
            changes.add(said(post(id), id, author, at, new String[] {word()}, false)
                    .edited(id + "e")
                    .received(received.plusSeconds(random.nextInt(7000))));
        }
        if (random.nextInt(12) == 0) {
            changes.add(post(id).by(author).at(at).deleted().received(received.plusSeconds(random.nextInt(9000))));
        }
    }

    private Posts.Builder said(
            Posts.Builder post, String id, String author, Instant at, String[] words, boolean isOfTheJump) {
        post.by(author).at(at).saying(String.join(" ", words) + id).words(words);
        return isOfTheJump ? post.tagged(TAG) : post;
    }

    /** Returns a word, the first ones more often. */
    private String word() {
        return "w" + (1 + (int) (WORDS * Math.pow(random.nextDouble(), 2)));
    }
}
