package io.groundswell.ingest.simulate.compose;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.groundswell.ingest.simulate.language.Tongue;
import io.groundswell.ingest.simulate.language.Word;
import io.groundswell.ingest.simulate.language.World;
import io.groundswell.ingest.simulate.wire.Entity;
import io.groundswell.ingest.simulate.wire.SimulatedPost;
import io.groundswell.ingest.simulate.wire.SimulatedPost.Kind;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Writes what a post says. About a fifth of the posts repeat a recent one and an eighth answer one; most speak of one or two
 * topics, and their author's own topic the most.
 */
public final class Composer {
    private static final double REPOST = 0.2;
    private static final double REPLY = 0.12;
    private static final double HOME_TOPIC = 0.5;
    private static final double ANY_TOPIC = 0.85;
    private static final double SECOND_TOPIC = 0.3;
    private static final double PLANT_WORDS = 0.6;
    private static final double MENTION = 0.08;
    private static final double LINK = 0.15;
    private static final int LINK_LETTERS = 10;
    private static final byte[] LINK_START = "https://t.co/".getBytes(UTF_8);
    private static final byte[] RETWEET = "RT ".getBytes(UTF_8);
    private static final byte[] AFTER_NAME = ": ".getBytes(UTF_8);

    private final World world;
    private final SplittableRandom random;
    private final int onceOnlyTags;
    private final Prose prose;
    private final Tagging tagging;
    private final IdentityHashMap<Plant, SimulatedPost[]> copied = new IdentityHashMap<>();

    /** @param onceOnlyTags how many hashtags that nobody else writes each post of its own words has */
    public Composer(World world, SplittableRandom random, int onceOnlyTags) {
        this.world = world;
        this.random = random;
        this.onceOnlyTags = onceOnlyTags;
        prose = new Prose(world, random);
        tagging = new Tagging(world.hashtags(), random);
    }

    /** Fills a cleared post whose author is set with everything but its id and time; {@code recent} is what it may refer to. */
    public void compose(SimulatedPost post, int author, RecentPosts recent) {
        double kind = random.nextDouble();
        SimulatedPost other = kind < REPOST + REPLY ? recent.draw(random) : null;
        if (other != null && kind < REPOST) {
            repeat(post, other);
            return;
        }
        Tongue tongue = world.tongue(random);
        post.language = tongue.code();
        if (other != null) {
            answer(post, other);
        }
        int topic = topic(author);
        prose.append(post, tongue, topic, secondTopic(topic), null);
        tagging.append(post, tongue, topic);
        tagging.appendNew(post, onceOnlyTags);
        appendExtras(post);
    }

    /** Fills a post of a planted trend or swarm in the same way; it refers to no other post. */
    public void compose(SimulatedPost post, Plant plant) {
        post.language = plant.tongue().code();
        if (plant.texts() > 0) {
            post.appendText(copied(plant));
            return;
        }
        say(post, plant);
        appendExtras(post);
    }

    private void say(SimulatedPost post, Plant plant) {
        List<Word> words = plant.words();
        Word own =
                !words.isEmpty() && random.nextDouble() < PLANT_WORDS ? words.get(random.nextInt(words.size())) : null;
        prose.append(post, plant.tongue(), plant.topic(), secondTopic(plant.topic()), own);
        post.append(' ');
        tagging.append(post, plant.tag());
    }

    private SimulatedPost copied(Plant plant) {
        SimulatedPost[] texts = copied.computeIfAbsent(plant, key -> new SimulatedPost[key.texts()]);
        int chosen = random.nextInt(texts.length);
        if (texts[chosen] == null) {
            texts[chosen] = new SimulatedPost();
            texts[chosen].clear();
            say(texts[chosen], plant);
        }
        return texts[chosen];
    }

    /** Makes a post into a later version of itself: a word is added. */
    public void revise(SimulatedPost post) {
        post.append(' ');
        post.append(world.english().word(random));
    }

    private int topic(int author) {
        double choice = random.nextDouble();
        if (choice < HOME_TOPIC) {
            return author % world.topics().size();
        }
        return choice < ANY_TOPIC ? world.topics().next(random) : Prose.NO_TOPIC;
    }

    private int secondTopic(int topic) {
        return topic >= 0 && random.nextDouble() < SECOND_TOPIC ? world.topics().next(random) : topic;
    }

    private static void repeat(SimulatedPost post, SimulatedPost other) {
        post.kind = Kind.REPOST;
        refer(post, other);
        post.language = other.language;
        post.append(RETWEET, RETWEET.length);
        post.append(Entity.Kind.MENTION, other.username, other.authorId);
        post.append(AFTER_NAME, AFTER_NAME.length);
        post.appendText(other);
    }

    private static void answer(SimulatedPost post, SimulatedPost other) {
        post.kind = Kind.REPLY;
        refer(post, other);
        post.append(Entity.Kind.MENTION, other.username, other.authorId);
        post.append(' ');
    }

    private static void refer(SimulatedPost post, SimulatedPost other) {
        post.referencedId = other.id;
        post.referencedAuthorId = other.authorId;
    }

    private void appendExtras(SimulatedPost post) {
        if (random.nextDouble() < MENTION) {
            int author = world.authors().next(random);
            post.append(' ');
            post.append(
                    Entity.Kind.MENTION,
                    world.authors().username(author),
                    world.authors().id(author));
        }
        if (random.nextDouble() < LINK) {
            post.append(' ');
            post.append(Entity.Kind.LINK, link(), 0);
        }
    }

    private byte[] link() {
        byte[] link = new byte[LINK_START.length + LINK_LETTERS];
        System.arraycopy(LINK_START, 0, link, 0, LINK_START.length);
        for (int at = LINK_START.length; at < link.length; at++) {
            int letter = random.nextInt(52);
            link[at] = (byte) (letter < 26 ? 'a' + letter : 'A' + letter - 26);
        }
        return link;
    }
}
