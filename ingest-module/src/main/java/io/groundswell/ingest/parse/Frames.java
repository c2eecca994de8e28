package io.groundswell.ingest.parse;

import java.io.IOException;
import java.util.function.Supplier;

/** What formats of JSON objects have in common. */
final class Frames {
    private Frames() {}

    /** Gathers what a format wants of a frame's outermost object. */
    interface Reader {
        /** Takes the cursor to a field's value: reads it or skips it. */
        void field(JsonCursor cursor, String name) throws IOException;

        /** Returns what the fields say, once all are read. */
        Reading reading() throws UnreadableFrame;
    }

    /** Returns what a frame says, or why it can't be read. */
    static Reading read(byte[] frame, Supplier<Reader> format) {
        if (frame.length > PostFormat.MAX_FRAME_BYTES) {
            return new Reading.Rejection(Reason.TOO_LONG, null);
        }
        Reader reader = format.get();
        try {
            JsonCursor.read(frame, cursor -> cursor.fields(name -> reader.field(cursor, name)));
            return reader.reading();
        } catch (UnreadableFrame e) {
            return e.rejection();
        }
    }

    /** Reads one text field of the object at the cursor; null where it has none. */
    static String inner(JsonCursor cursor, String wanted) throws IOException {
        String[] found = new String[1];
        cursor.fields(name -> {
            if (name.equals(wanted)) {
                found[0] = cursor.text();
            } else {
                cursor.skip();
            }
        });
        return found[0];
    }
}
