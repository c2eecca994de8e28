package io.groundswell.ingest.simulate.language;

import io.groundswell.ingest.simulate.language.WordMaker.Syllables;
import java.util.List;

/** The languages in which posts are written: their real small words, and what their made words are put together from. */
@SuppressWarnings("ImmutableEnumChecker") // its lists are immutable, which their type does not say
public enum Language {
    ENGLISH(
            "en",
            17_000,
            Syllables.LATIN,
            "the to a and of in is i for you it on that with this my at be have are so but "
                    + "was not just we your all me like what up out about from if when can they will do get no how new one now "
                    + "time who an or as by she he more has there their why been our would had"),
    SPANISH(
            "es",
            2_000,
            Syllables.IBERIAN,
            "de la que el en y a los se un por con no una su para es lo como más pero sus le ya este sí porque muy"),
    RUSSIAN(
            "ru",
            1_000,
            Syllables.CYRILLIC,
            "и в не на я что он с как это по но из у к мы за от то так все вы же бы только"),
    ARABIC("ar", 2_000, Syllables.ARABIC, "في من على إلى أن هذا هذه ما لا عن مع كان كل بعد قد هو هي أو ثم لم"),
    CHINESE("zh", 2_000, Syllables.HAN, "的 了 是 在 我 有 和 就 不 都 也 很 到 说 要 去 你 会 着 还 把 被"),
    JAPANESE("ja", 2_000, Syllables.KANA, "の に は を た が で て と し れ さ も な から です ます この する"),
    KOREAN("ko", 2_000, Syllables.HANGUL, "이 그 저 것 수 등 들 및 더 또 잘 왜 안 못 다 내 네 제 우리 그리고");

    private final String code;
    private final int words;
    private final Syllables syllables;
    private final List<String> smallWords;

    Language(String code, int words, Syllables syllables, String smallWords) {
        this.code = code;
        this.words = words;
        this.syllables = syllables;
        this.smallWords = List.of(smallWords.split(" "));
    }

    /** Returns the BCP 47 code. */
    public String code() {
        return code;
    }

    /** Returns how many made words there are. */
    int words() {
        return words;
    }

    Syllables syllables() {
        return syllables;
    }

    List<String> smallWords() {
        return smallWords;
    }

    /** Returns whether words are set apart. */
    boolean isSpaced() {
        return this != CHINESE && this != JAPANESE;
    }

    String comma() {
        return switch (this) {
            case ENGLISH, SPANISH, RUSSIAN, KOREAN -> ",";
            case ARABIC -> "،";
            case CHINESE -> "，";
            case JAPANESE -> "、";
        };
    }
}
