package io.groundswell.app.output;

/** How many columns of a terminal a text takes: East Asian letters take two, marks and joiners none. */
final class Width {
    private Width() {}

    static int of(String text) {
        return text.codePoints().map(Width::of).sum();
    }

    private static int of(int codePoint) {
        int type = Character.getType(codePoint);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        Character.UnicodeScript script = Character.UnicodeScript.of(codePoint);
        boolean isWide =
                switch (script) {
                    case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
                    default -> codePoint >= 0x1F300 && codePoint <= 0x1FAFF;
                };
        return isWide ? 2 : 1;
    }
}
