package io.groundswell.ingest.parse;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Reads the one form in which feeds write nearly every time, {@code 2026-03-01T12:00:00.123Z}: Java's formatter takes
 * most of what reading a frame takes, for forms that hardly ever come.
 */
final class PlainTime {
    private static final String FORM = "0000-00-00T00:00:00";
    private static final int MAX_FRACTION = 9;
    private static final int SECONDS_PER_DAY = 86_400;

    private final String text;

    private PlainTime(String text) {
        this.text = text;
    }

    /** Returns the time; null where the text has another form or names no time, which the formatter then decides. */
    static Instant parse(String text) {
        int fraction = text.length() - FORM.length() - 2;
        boolean isWhole = fraction == -1;
        if (!isWhole && (fraction < 1 || fraction > MAX_FRACTION || text.charAt(FORM.length()) != '.')) {
            return null;
        }
        if (text.charAt(text.length() - 1) != 'Z' || !hasForm(text)) {
            return null;
        }
        return new PlainTime(text).instant(isWhole ? 0 : fraction);
    }

    private static boolean hasForm(String text) {
        for (int i = 0; i < FORM.length(); i++) {
            char form = FORM.charAt(i);
            if (form == '0' ? !isDigit(text.charAt(i)) : text.charAt(i) != form) {
                return false;
            }
        }
        for (int i = FORM.length() + 1; i < text.length() - 1; i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private Instant instant(int fractionDigits) {
        int year = number(0, 4);
        int month = number(5, 2);
        int day = number(8, 2);
        int hour = number(11, 2);
        int minute = number(14, 2);
        int second = number(17, 2);
        boolean isTime = hour < 24 && minute < 60 && second < 60;
        boolean isDate = month >= 1
                && month <= 12
                && day >= 1
                && day <= YearMonth.of(year, month).lengthOfMonth();
        if (!isTime || !isDate) {
            return null;
        }
        long days = LocalDate.of(year, month, day).toEpochDay();
        int nanos = fractionDigits == 0 ? 0 : number(FORM.length() + 1, fractionDigits);
        for (int i = fractionDigits; i < MAX_FRACTION && fractionDigits > 0; i++) {
            nanos *= 10;
        }
        return Instant.ofEpochSecond(days * SECONDS_PER_DAY + hour * 3600L + minute * 60L + second, nanos);
    }

    private int number(int from, int digits) {
        int number = 0;
        for (int i = from; i < from + digits; i++) {
            number = 10 * number + text.charAt(i) - '0';
        }
        return number;
    }
}
