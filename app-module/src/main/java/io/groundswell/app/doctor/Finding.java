package io.groundswell.app.doctor;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What a check found. It names tables, files, settings and figures, never the text of a post or an author's id.
 *
 * @param what is the case
 * @param why it matters; empty where all is well
 * @param cure what to do; empty where all is well
 */
public record Finding(Severity severity, String what, String why, String cure) {

    /** How bad it is; the later, the worse. */
    public enum Severity {
        OK,
        WARNING,
        ERROR;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Finding ok(String what) {
        return new Finding(Severity.OK, what, "", "");
    }

    static Finding warning(String what, String why, String cure) {
        return new Finding(Severity.WARNING, what, why, cure);
    }

    static Finding error(String what, String why, String cure) {
        return new Finding(Severity.ERROR, what, why, cure);
    }

    Map<String, Object> document(String check) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("check", check);
        document.put("severity", severity.word());
        document.put("what", what);
        document.put("why", why);
        document.put("cure", cure);
        return document;
    }
}
