package io.groundswell.ingest.suppress;

/**
 * The stretches of a frame's bytes that can be an id: what stands between two quotation marks, and runs of ASCII letters
 * and digits, with {@code : . _ -} between them and without. What a backslash escapes is no part of a run.
 */
final class IdTokens {
    private IdTokens() {}

    /** Takes a stretch of bytes. */
    @FunctionalInterface
    interface Visitor {
        /** Takes the bytes of a range, {@code isQuoted} if they are all that stands between two quotation marks. */
        void token(int from, int to, boolean isQuoted);
    }

    static void visit(byte[] bytes, Visitor visitor) {
        visitQuoted(bytes, visitor);
        int start = -1;
        int at = 0;
        while (at < bytes.length) {
            if (isInner(bytes[at])) {
                start = start < 0 ? at : start;
                at++;
                continue;
            }
            run(bytes, start, at, visitor);
            start = -1;
            at += bytes[at] == '\\' ? escaped(bytes, at) : 1;
        }
        run(bytes, start, bytes.length, visitor);
    }

    private static void visitQuoted(byte[] bytes, Visitor visitor) {
        int start = 0;
        for (int at = 0; at <= bytes.length; at++) {
            if (at == bytes.length || bytes[at] == '"' || bytes[at] == '\\') {
                if (at > start) {
                    visitor.token(start, at, true);
                }
                start = at + 1;
            }
        }
    }

    private static int escaped(byte[] bytes, int at) {
        boolean isCodePoint = at + 1 < bytes.length && bytes[at + 1] == 'u';
        return isCodePoint ? 6 : 2;
    }

    private static void run(byte[] bytes, int start, int end, Visitor visitor) {
        if (start < 0) {
            return;
        }
        int from = start;
        int to = end;
        while (from < to && !isAlphanumeric(bytes[from])) {
            from++;
        }
        while (to > from && !isAlphanumeric(bytes[to - 1])) {
            to--;
        }
        if (from == to) {
            return;
        }
        visitor.token(from, to, false);
        int inner = from;
        for (int at = from; at <= to; at++) {
            if (at == to || !isAlphanumeric(bytes[at])) {
                if (at > inner && at - inner < to - from) {
                    visitor.token(inner, at, false);
                }
                inner = at + 1;
            }
        }
    }

    private static boolean isInner(byte b) {
        return isAlphanumeric(b) || b == ':' || b == '.' || b == '_' || b == '-';
    }

    static boolean isAlphanumeric(byte b) {
        return (b >= '0' && b <= '9') || (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
    }
}
