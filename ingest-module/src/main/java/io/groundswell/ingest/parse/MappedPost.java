package io.groundswell.ingest.parse;

import io.groundswell.model.PostChange;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A post whose fields have the names of the settings. */
final class MappedPost {
    private final ColumnSettings columns;
    private final Map<String, String> values = new HashMap<>();
    private List<String> tags;

    MappedPost(ColumnSettings columns) {
        this.columns = columns;
    }

    void put(String name, String value) {
        values.put(name, value);
    }

    void tags(List<String> found) {
        tags = found;
    }

    Reading change() throws UnreadableFrame {
        String id = Ids.require(values.get(columns.id()), columns.id());
        String text = values.get(columns.text());
        if (text == null) {
            throw new UnreadableFrame(Reason.MISSING_FIELD, columns.text());
        }
        Instant at = Times.parseAny(values.get(columns.createdAt()), columns.createdAt());
        String author = values.get(columns.author());
        String spaced = values.get(columns.hashtags());
        List<String> hashtags = tags != null || spaced == null
                ? tags
                : Arrays.stream(spaced.strip().split("\\s+"))
                        .filter(tag -> !tag.isEmpty())
                        .toList();
        return new Reading.Change(
                PostChange.CREATED,
                id,
                id,
                author == null || author.isBlank() ? null : author,
                at,
                at,
                new Reading.Content(
                        text,
                        "post",
                        DeclaredLanguage.of(values.get(columns.language())),
                        hashtags,
                        List.of(),
                        List.of()));
    }
}
