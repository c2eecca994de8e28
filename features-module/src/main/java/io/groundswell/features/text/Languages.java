package io.groundswell.features.text;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.util.ULocale;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Tells a post's language: as its source declares it, else by the script where a script has one language. */
final class Languages {
    /** Primary subtags that a source declares, to the ones in use; at most the 18,000 of two and three letters. */
    private static final Map<String, String> CANONICAL = new ConcurrentHashMap<>();

    private static final Pattern REST = Pattern.compile("[-_]");
    private static final Pattern SUBTAG = Pattern.compile("[a-z]{2,3}");
    private static final Pattern NONE = Pattern.compile("und|zxx|mul|mis|q[a-t][a-z]");

    /** Kana may stand in a Chinese brand name, so a Japanese text has more than a few. */
    private static final int LEAST_KANA_IN_TEN = 1;

    /** Letters of Persian, Urdu, Pashto, Kurdish and Uyghur that Arabic has not. */
    private static final String NOT_ARABIC = "پچژگکیٹڈڑںھہےۆێەڭۇۋټډړښڼې";

    private Languages() {}

    /**
     * Returns the BCP 47 primary subtag of the declared language in its present form ({@code iw} is {@code he}); null
     * where it is missing, malformed, or says that there is none: {@code und}, {@code zxx}, {@code mul}, {@code mis} and
     * the private {@code qaa} to {@code qtz}.
     */
    static String declared(String declared) {
        if (declared == null) {
            return null;
        }
        String known = CANONICAL.get(declared); // nearly always: a post declares a bare subtag
        return known == null ? canonical(declared) : known;
    }

    private static String canonical(String declared) {
        String subtag = REST.split(declared.strip(), 2)[0].toLowerCase(Locale.ROOT);
        if (!SUBTAG.matcher(subtag).matches() || NONE.matcher(subtag).matches()) {
            return null;
        }
        return CANONICAL.computeIfAbsent(
                subtag, bare -> ULocale.createCanonical(bare).getLanguage());
    }

    static boolean hasLetter(char[] text) {
        for (int i = 0; i < text.length; i += Character.charCount(Character.codePointAt(text, i))) {
            if (Character.isLetter(Character.codePointAt(text, i))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns the language that the script of most letters tells: Hangul {@code ko}, Kana {@code ja}, Han without Kana
     * {@code zh}, Arabic without letters of its other languages {@code ar}, Thai {@code th}, Greek {@code el}, Hebrew
     * {@code he}. Null for all other scripts: Latin, Cyrillic and Devanagari write too many languages.
     */
    static String ofScript(char[] text) {
        int hangul = 0;
        int kana = 0;
        int han = 0;
        int arabic = 0;
        int thai = 0;
        int greek = 0;
        int hebrew = 0;
        int letters = 0;
        boolean isArabic = true;
        for (int i = 0; i < text.length; ) {
            int c = Character.codePointAt(text, i);
            i += Character.charCount(c);
            if (!Character.isLetter(c)) {
                continue;
            }
            letters++;
            switch (c < 0x370 ? UScript.LATIN : UScript.getScript(c)) {
                case UScript.HANGUL -> hangul++;
                case UScript.HIRAGANA, UScript.KATAKANA -> kana++;
                case UScript.HAN -> han++;
                case UScript.ARABIC -> {
                    arabic++;
                    isArabic &= NOT_ARABIC.indexOf(c) < 0;
                }
                case UScript.THAI -> thai++;
                case UScript.GREEK -> greek++;
                case UScript.HEBREW -> hebrew++;
                default -> {
                    // Other scripts only count among the letters.
                }
            }
        }
        if (2 * (kana + han) > letters) {
            return 10 * kana >= LEAST_KANA_IN_TEN * (kana + han) && kana > 0 ? "ja" : "zh";
        }
        if (2 * arabic > letters) {
            return isArabic ? "ar" : null;
        }
        if (2 * hangul > letters) {
            return "ko";
        }
        if (2 * thai > letters) {
            return "th";
        }
        if (2 * greek > letters) {
            return "el";
        }
        return 2 * hebrew > letters ? "he" : null;
    }
}
