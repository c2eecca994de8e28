package io.groundswell.ingest.parse;

import java.io.IOException;
import java.util.List;

/** {@code data.entities} of a frame of X. */
final class XEntities {
    private List<String> tags;
    private List<String> mentions = List.of();
    private List<String> links = List.of();

    void read(JsonCursor cursor) throws IOException {
        tags = List.of();
        cursor.fields(name -> {
            switch (name) {
                case "hashtags" -> tags = cursor.list(() -> first(cursor, "tag", "tag"));
                case "mentions" -> mentions = cursor.list(() -> first(cursor, "username", "username"));
                case "urls" -> links = cursor.list(() -> first(cursor, "expanded_url", "url"));
                default -> cursor.skip();
            }
        });
    }

    /** Returns null where the frame has no entities, else its hashtags. */
    List<String> tags() {
        return tags;
    }

    List<String> mentions() {
        return mentions;
    }

    List<String> links() {
        return links;
    }

    /** Returns the text of one field of the object at the cursor, or of the other where that one is missing. */
    private static String first(JsonCursor cursor, String wanted, String other) throws IOException {
        String[] found = new String[2];
        cursor.fields(name -> {
            if (name.equals(wanted)) {
                found[0] = cursor.text();
            } else if (name.equals(other)) {
                found[1] = cursor.text();
            } else {
                cursor.skip();
            }
        });
        return found[0] == null ? found[1] : found[0];
    }
}
