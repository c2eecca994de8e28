package io.groundswell.ingest.parse;

import java.io.Serializable;
import java.util.List;

/**
 * Where posts of the formats {@code json} and {@code csv} have what a post has: names of fields, in JSON with a dot
 * between those that lie in one another, in CSV those of the header.
 *
 * @param id the post's id
 * @param text its text
 * @param createdAt its time: ISO 8601 with a zone, or seconds, milliseconds or microseconds since 1970
 * @param author the author's id; empty where there is none
 * @param language a language tag; empty where there is none
 * @param hashtags in JSON a list of texts, in CSV one text with spaces between; empty where there are none
 * @param header of CSV, whose lines are frames, so that none is a header: the columns' names in their order
 * @param delimiter of CSV, one character
 */
public record ColumnSettings(
        String id,
        String text,
        String createdAt,
        String author,
        String language,
        String hashtags,
        List<String> header,
        String delimiter)
        implements Serializable {
    public static final ColumnSettings DEFAULT = new ColumnSettings(
            "id", "text", "created_at", "author_id", "lang", "", List.of("id", "created_at", "author_id", "text"), ",");

    public ColumnSettings {
        header = List.copyOf(header);
        require("id", id);
        require("text", text);
        require("created-at", createdAt);
        if (delimiter.length() != 1 || delimiter.equals("\"")) {
            throw new IllegalArgumentException(
                    "columns.delimiter must be one character, and no quotation mark, was '" + delimiter + "'");
        }
    }

    private static void require(String key, String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("columns." + key + " must name a field, was empty");
        }
    }
}
