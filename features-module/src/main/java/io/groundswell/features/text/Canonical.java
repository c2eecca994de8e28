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
     * a Turkish dotted capital I keeps its dot as a combining mark.
     */
    public static String of(String written) {
        return isAscii(written) ? written.toLowerCase(Locale.ROOT) : NFKC_CASEFOLD.normalize(written);
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
