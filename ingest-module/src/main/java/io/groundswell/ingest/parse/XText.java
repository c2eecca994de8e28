package io.groundswell.ingest.parse;

/** Texts of X, in which three signs are escaped as in HTML. */
final class XText {
    private XText() {}

    /** Returns the text as its author wrote it. */
    static String plain(String text) {
        return text.indexOf('&') < 0
                ? text
                : text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }
}
