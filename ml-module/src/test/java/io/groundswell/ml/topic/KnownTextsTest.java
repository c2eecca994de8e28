package io.groundswell.ml.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KnownTextsTest {
    private static final int TEXTS = 200;
    private static final int WORDS = 20;

    @Test
    void containWhatIsTheSameInAnyOrder() {
        List<String> text = new ArrayList<>(text(0));
        KnownTexts known = new KnownTexts(List.of(List.copyOf(text)));
        Collections.shuffle(text, new Random(1));

        assertThat(known.contain(text)).isTrue();
    }

    @Test
    void containNearCopiesAndNothingElse() {
        KnownTexts known =
                new KnownTexts(IntStream.range(0, TEXTS).mapToObj(i -> text(i)).toList());

        // 19 of 21 words are shared, then 18 of 22, then 16 of 24: less than seven tenths
        assertThat(contained(known, 1)).isGreaterThanOrEqualTo(195);
        assertThat(contained(known, 2)).isGreaterThanOrEqualTo(180);
        assertThat(contained(known, 4)).isZero();
    }

    /** Returns how many texts are taken for known with so many words changed. */
    private static long contained(KnownTexts known, int changed) {
        return IntStream.range(0, TEXTS)
                .filter(text -> known.contain(IntStream.range(0, WORDS)
                        .mapToObj(word -> word < changed ? "new" + text + "." + word : word(text, word))
                        .toList()))
                .count();
    }

    private static List<String> text(int text) {
        return IntStream.range(0, WORDS).mapToObj(word -> word(text, word)).toList();
    }

    private static String word(int text, int word) {
        return "word" + text + "." + word;
    }
}
