package io.groundswell.ingest.parse;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Where in a frame a parser stands, such as {@code data.created_at}. A frame's author makes its names up: the path ends
 * before one that no format would have, and is never deeper than eight names.
 */
final class FieldPath {
    private static final int MAX_NAMES = 8;
    private static final int MAX_NAME_LENGTH = 64;

    private FieldPath() {}

    /** Returns the path of the field that was read last; null before the first and behind the last. */
    static String of(JsonParser json) {
        Deque<String> names = new ArrayDeque<>();
        for (JsonStreamContext at = json.getParsingContext(); at != null; at = at.getParent()) {
            if (at.hasCurrentName()) {
                names.push(at.getCurrentName());
            }
        }
        StringBuilder path = new StringBuilder();
        int taken = 0;
        for (String name : names) {
            if (taken++ == MAX_NAMES || !isPlain(name)) {
                break;
            }
            path.append(path.length() == 0 ? "" : ".").append(name);
        }
        return path.length() == 0 ? null : path.toString();
    }

    /** Reads on to where the text ends or breaks off, and returns the path of that place. */
    static String ofEnd(JsonParser json) {
        try {
            while (json.nextToken() != null) {
                // On to the next.
            }
        } catch (IOException e) {
            return of(json);
        }
        return null;
    }

    private static boolean isPlain(String name) {
        return !name.isEmpty()
                && name.length() <= MAX_NAME_LENGTH
                && name.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || "_$@.#-: ".indexOf(c) >= 0);
    }
}
