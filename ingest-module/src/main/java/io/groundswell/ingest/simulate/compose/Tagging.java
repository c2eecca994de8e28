package io.groundswell.ingest.simulate.compose;

import io.groundswell.ingest.simulate.language.Hashtag;
import io.groundswell.ingest.simulate.language.Hashtags;
import io.groundswell.ingest.simulate.language.Tongue;
import io.groundswell.ingest.simulate.language.Word;
import io.groundswell.ingest.simulate.wire.SimulatedPost;
import java.util.SplittableRandom;

/** Puts hashtags behind a text: half of the posts have none, a quarter (in English) two to four of one community. */
final class Tagging {
    private static final double SEVERAL = 0.25;
    private static final double ONE_MEMBER = 0.35;
    private static final double ONE_LONE = 0.47;
    private static final double MEMBER_AND_LONE = 0.5;
    private static final double COMMUNITY_OF_TOPIC = 0.8;
    private static final double LOWER_CASE = 0.3;
    private static final int MAX_MEMBERS = 4;
    private static final int ALPHABET = 26;
    private static final int NEW_LETTERS = 6;
    private static final long NEW_TAGS = 308_915_776;
    private static final long SCATTERING = 123_456_789;

    private final Hashtags hashtags;
    private final SplittableRandom random;
    private final Hashtag[] chosen = new Hashtag[MAX_MEMBERS];
    private long written;

    Tagging(Hashtags hashtags, SplittableRandom random) {
        this.hashtags = hashtags;
        this.random = random;
    }

    /** Appends the hashtags of a post in a language, which are its own where it has any. */
    void append(SimulatedPost post, Tongue tongue, int topic) {
        double choice = random.nextDouble();
        if (tongue.hasTags()) {
            if (choice < MEMBER_AND_LONE) {
                appendSpaced(post, tongue.tag(random));
            }
            return;
        }
        if (choice < SEVERAL) {
            appendMembers(post, community(topic), 2 + random.nextInt(MAX_MEMBERS - 1));
        } else if (choice < ONE_MEMBER) {
            appendMembers(post, community(topic), 1);
        } else if (choice < ONE_LONE) {
            appendSpaced(post, hashtags.lone(random));
        } else if (choice < MEMBER_AND_LONE) {
            appendMembers(post, community(topic), 1);
            appendSpaced(post, hashtags.lone(random));
        }
    }

    /** Appends a hashtag in one of the ways that people write it. */
    void append(SimulatedPost post, Hashtag hashtag) {
        boolean isLower = random.nextDouble() < LOWER_CASE;
        post.appendTag(isLower ? hashtag.lower() : hashtag.display());
    }

    /** Appends so many hashtags of which no other post has any. */
    void appendNew(SimulatedPost post, int count) {
        for (int i = 0; i < count; i++) {
            post.append(' ');
            post.appendTag(newTag());
        }
    }

    /** Each number below 26^6 comes once; the factor, prime to 26, lets neighbours differ in all letters. */
    private Word newTag() {
        long number = written++ * SCATTERING % NEW_TAGS;
        StringBuilder letters = new StringBuilder("zq"); // as nothing else begins
        for (int i = 0; i < NEW_LETTERS; i++) {
            letters.append((char) ('a' + number % ALPHABET));
            number /= ALPHABET;
        }
        return Word.of(letters.toString());
    }

    private int community(int topic) {
        boolean isOfTopic = topic >= 0 && random.nextDouble() < COMMUNITY_OF_TOPIC;
        return isOfTopic ? topic % hashtags.communities() : random.nextInt(hashtags.communities());
    }

    private void appendMembers(SimulatedPost post, int community, int count) {
        int found = 0;
        while (found < count) {
            Hashtag member = hashtags.member(community, random);
            if (!isChosen(member, found)) {
                chosen[found++] = member;
                appendSpaced(post, member);
            }
        }
    }

    private boolean isChosen(Hashtag member, int found) {
        for (int i = 0; i < found; i++) {
            if (member.equals(chosen[i])) {
                return true;
            }
        }
        return false;
    }

    private void appendSpaced(SimulatedPost post, Hashtag hashtag) {
        post.append(' ');
        append(post, hashtag);
    }
}
