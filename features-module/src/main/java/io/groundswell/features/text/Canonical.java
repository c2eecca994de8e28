package io.groundswell.features.text;

import com.ibm.icu.text.Normalizer2;
import java.util.Locale;

/** The form by which two terms are the same term. */
public final class Canonical {
    private static final Normalizer2 NFKC_CASEFOLD = Normalizer2.getNFKCCasefoldInstance();

    private Canonical() {}

    /**
     * Returns the text in NFKC_Casefold (Unicode, chapter 3.13, R5): compatibility forms, case and everything that is
     * default-ignorable, bidirectional controls and joiners among it, are gone. The form doesn't depend on the language:
     * a Turkish dotted capital I keeps its dot as a combining mark. Gone too is what Arabic may as well leave out: the
     * stretching tatweel and the marks of vowels and recitation; those that make another letter stay.
     */
    public static String of(String written) {
        if (isAscii(written)) {
            return written.toLowerCase(Locale.ROOT);
        }
        String folded = NFKC_CASEFOLD.normalize(written);
        if (folded.chars().noneMatch(Canonical::isOptionalInArabic)) {
            return folded;
        }
        StringBuilder bare = new StringBuilder(folded.length());
        folded.chars().filter(c -> !isOptionalInArabic(c)).forEach(c -> bare.append((char) c));
        return NFKC_CASEFOLD.normalize(bare); // what a mark kept apart may compose now
    }

    /** Madda and hamza, at U+0653 to U+0655, and the vowels of Kashmiri behind U+0658 are no option. */
    private static boolean isOptionalInArabic(int c) {
        return c == 0x640
                || (c >= 0x64B && c <= 0x652)
                || (c >= 0x656 && c <= 0x658)
                || c == 0x670
                || (c >= 0x6D6 && c <= 0x6ED && Character.getType(c) == Character.NON_SPACING_MARK);
    }

    private static boolean isAscii(String written) {
        for (int i = 0; i < written.length(); i++) {
            if (written.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }
}
