package io.groundswell.ingest.simulate.compose;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.groundswell.ingest.simulate.language.Tongue;
import io.groundswell.ingest.simulate.language.Word;
import io.groundswell.ingest.simulate.language.World;
import io.groundswell.ingest.simulate.wire.SimulatedPost;
import java.util.SplittableRandom;

/** Writes sentences: small words, words of the topics, and words of the language at large. */
final class Prose {
    static final int NO_TOPIC = -1;

    private static final double SMALL_WORD = 0.42;
    private static final double TOPIC_WORD = 0.5;
    private static final double COMMA = 0.06;
    private static final double NEW_LINE = 0.02;
    private static final double QUOTED = 0.015;
    private static final double EMOJI = 0.1;
    private static final int MIN_WORDS = 5;
    private static final int SPREAD = 9;
    private static final byte[] ESCAPED_NEW_LINE = "\\n".getBytes(UTF_8);
    private static final byte[] ESCAPED_QUOTE = "\\\"".getBytes(UTF_8);
    private static final Word[] EMOJIS = words("😂", "🔥", "👀", "🙏", "🎉", "❤️", "😭", "🤔");
    private static final Word[] ENDS = words("", "", "", ".", ".", ".", "!", "?", "…");

    private final World world;
    private final SplittableRandom random;

    Prose(World world, SplittableRandom random) {
        this.world = world;
        this.random = random;
    }

    private static Word[] words(String... texts) {
        Word[] words = new Word[texts.length];
        for (int i = 0; i < texts.length; i++) {
            words[i] = Word.of(texts[i]);
        }
        return words;
    }

    /** Appends a text that speaks of one or two topics, with {@code own} somewhere in it where that is not null. */
    void append(SimulatedPost post, Tongue tongue, int topic, int secondTopic, Word own) {
        int count = MIN_WORDS + random.nextInt(SPREAD) + random.nextInt(SPREAD);
        int ownAt = own == null ? -1 : random.nextInt(count);
        for (int at = 0; at < count; at++) {
            Word word = at == ownAt ? own : word(tongue, random.nextBoolean() ? topic : secondTopic);
            if (at == 0) {
                appendCapitalised(post, word);
            } else {
                appendGap(post, tongue);
                appendWord(post, word);
            }
        }
        post.append(ENDS[random.nextInt(ENDS.length)]);
        if (random.nextDouble() < EMOJI) {
            post.append(' ');
            post.append(EMOJIS[random.nextInt(EMOJIS.length)]);
        }
    }

    /** Topics are spoken of in the first language only. */
    private Word word(Tongue tongue, int topic) {
        if (random.nextDouble() < SMALL_WORD) {
            return tongue.smallWord(random);
        }
        boolean isTopical = topic != NO_TOPIC && tongue == world.english() && random.nextDouble() < TOPIC_WORD;
        return isTopical ? world.topics().word(topic, random) : tongue.word(random);
    }

    private void appendGap(SimulatedPost post, Tongue tongue) {
        double choice = random.nextDouble();
        if (choice < NEW_LINE) {
            post.append(ESCAPED_NEW_LINE, 1);
            return;
        }
        if (choice < NEW_LINE + COMMA) {
            post.append(tongue.comma());
        }
        if (tongue.isSpaced()) {
            post.append(' ');
        }
    }

    private void appendWord(SimulatedPost post, Word word) {
        if (random.nextDouble() < QUOTED) {
            post.append(ESCAPED_QUOTE, 1);
            post.append(word);
            post.append(ESCAPED_QUOTE, 1);
        } else {
            post.append(word);
        }
    }

    private static void appendCapitalised(SimulatedPost post, Word word) {
        int at = post.text().length();
        post.append(word);
        byte first = post.text().array()[at];
        if (first >= 'a' && first <= 'z') {
            post.text().array()[at] = (byte) (first - 'a' + 'A');
        }
    }
}
