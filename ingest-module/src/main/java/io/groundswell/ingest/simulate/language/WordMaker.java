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
            if (word.length() >= syllables.minLetters() && made.add(word.toString())) {
                return word.toString();
            }
        }
    }

    private String pick(List<String> parts) {
        return parts.get(random.nextInt(parts.size()));
    }

    /**
     * What the syllables of a language start with, turn around, and what its words end with.
     *
     * @param minLetters how many letters a word has at least
     */
    record Syllables(List<String> onsets, List<String> nuclei, List<String> codas, int minLetters) {
        // The parts are chosen so that short words don't come out rude.
        static final Syllables LATIN = of(
                "b b br c ch cl d d dr f f fl g gr h j k l l m m n n p p pl pr r r s s st t t th tr v v w z",
                "a e i o u a e i o a e i o u ai ea ou",
                "- - - - n n r r s s l d nd st rk ly mp",
                3);
        static final Syllables IBERIAN =
                of("b c d f g j l ll m n ñ p qu r s t v z", "a e i o a e o á é í ó ie ue", "- - - n r s l dad ción", 3);
        static final Syllables CYRILLIC =
                of("б в г д ж з к л м н п р с т ц ч ш", "а о е и у я а о е и", "- - - н р л т к м сть", 3);
        static final Syllables ARABIC = of("ب ت ج ح د ر س ش ع ف ق ك ل م ن ه", "ا و ي ا ي - -", "- - - ة ات ين ر م", 3);
        static final Syllables HAN = of(
                "山 水 石 田 木 林 森 花 草 竹 米 茶 风 云 雨 雪 星 月 日 光 火 河 海 湖 江 桥 路 门 车 船 书 画 音 乐 诗 春 夏 秋 冬 东 南 西 北 高 远 青 红 白 黄 金 玉",
                "-",
                "-",
                2);
        /** Words of Katakana run into one another but for what stands between them in Hiragana. */
        static final Syllables KANA =
                of("カ キ ク コ サ シ ス セ ソ タ チ ツ ト ナ ニ ネ ノ ハ ヒ フ ホ マ ミ ム モ ラ リ ル レ ロ", "-", "の は を が に で と も", 3);

        static final Syllables HANGUL =
                of("가 나 다 라 마 바 사 아 자 하 고 노 도 로 모 보 소 오 조 호 구 누 두 무 부 수 우 주 기 니 리 미 비 시 지", "-", "- - - 는 을 의 에 도", 2);

        private static Syllables of(String onsets, String nuclei, String codas, int minLetters) {
            return new Syllables(split(onsets), split(nuclei), split(codas), minLetters);
        }

        private static List<String> split(String parts) {
            return List.of(parts.replace("-", "").split(" ", -1));
        }
    }
}
