package io.groundswell.ingest.simulate.language;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** Makes pronounceable words of syllables, none of them twice. */
final class WordMaker {
    private final SplittableRandom random;
    private final Set<String> made;

    /** @param taken words that must not be made */
    WordMaker(SplittableRandom random, Collection<String> taken) {
        this.random = random;
        this.made = new HashSet<>(taken);
    }

    /** Returns a new word of so many syllables, or more where those are used up. */
    String next(Syllables syllables, int count) {
        for (int tries = 0; ; tries++) {
            StringBuilder word = new StringBuilder();
            for (int syllable = 0; syllable < count + tries / 20; syllable++) {
                word.append(pick(syllables.onsets())).append(pick(syllables.nuclei()));
            }
            word.append(pick(syllables.codas()));
            if (word.length() > 2 && made.add(word.toString())) {
                return word.toString();
            }
        }
    }

    private String pick(List<String> parts) {
        return parts.get(random.nextInt(parts.size()));
    }

    /** What the syllables of a language start with, turn around, and what its words end with. */
    record Syllables(List<String> onsets, List<String> nuclei, List<String> codas) {
        // The parts are chosen so that short words don't come out rude.
        static final Syllables LATIN = of(
                "b b br c ch cl d d dr f f fl g gr h j k l l m m n n p p pl pr r r s s st t t th tr v v w z",
                "a e i o u a e i o a e i o u ai ea ou",
                "- - - - n n r r s s l d nd st rk ly mp");
        static final Syllables IBERIAN =
                of("b c d f g j l ll m n ñ p qu r s t v z", "a e i o a e o á é í ó ie ue", "- - - n r s l dad ción");
        static final Syllables CYRILLIC =
                of("б в г д ж з к л м н п р с т ц ч ш", "а о е и у я а о е и", "- - - н р л т к м сть");

        private static Syllables of(String onsets, String nuclei, String codas) {
            return new Syllables(split(onsets), split(nuclei), split(codas));
        }

        private static List<String> split(String parts) {
            return List.of(parts.replace("-", "").split(" ", -1));
        }
    }
}
