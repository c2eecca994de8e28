package io.groundswell.ingest.parse;

import io.groundswell.model.PostChange;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A change of a post whose fields have the names of the settings. */
final class MappedPost {
    private final ColumnSettings columns;
    private final ChangeColumns changes;
    private final Map<String, String> values = new HashMap<>();
    private List<String> tags;

    MappedPost(ColumnSettings columns, ChangeColumns changes) {
        this.columns = columns;
        this.changes = changes;
    }

    void put(String name, String value) {
        values.put(name, value);
    }

    void tags(List<String> found) {
        tags = found;
    }

    Reading change() throws UnreadableFrame {
        String op = value(changes.op());
        return switch (op == null ? PostChange.CREATED : op) {
            case PostChange.CREATED -> written(PostChange.CREATED);
            case PostChange.EDITED -> written(PostChange.EDITED);
            case PostChange.DELETED ->
                Reading.Change.deletion(
                        Ids.require(values.get(columns.id()), columns.id()), value(columns.author()), changedAt());
            case PostChange.ACCOUNT_REMOVED -> removal();
            default -> throw new UnreadableFrame(Reason.UNKNOWN_SHAPE, changes.op());
        };
    }

    private Reading removal() throws UnreadableFrame {
        String field = columns.author().isEmpty() ? "columns.author" : columns.author();
        return Reading.Change.removal(Ids.require(value(columns.author()), field), changedAt());
    }

    /** An edit has the time at which it was made for its version. */
    private Reading written(String op) throws UnreadableFrame {
        String id = Ids.require(values.get(columns.id()), columns.id());
        String text = values.get(columns.text());
        if (text == null) {
            throw new UnreadableFrame(Reason.MISSING_FIELD, columns.text());
        }
        Instant created = Times.parseAny(values.get(columns.createdAt()), columns.createdAt());
        boolean isEdit = op.equals(PostChange.EDITED);
        Reading.Moment at = isEdit ? changedAt() : new Reading.Moment(created, columns.createdAt());
        if (at.at() == null) {
            throw new UnreadableFrame(Reason.MISSING_FIELD, at.field());
        }
        return new Reading.Change(
                op,
                id,
                isEdit ? at.at().toString() : id,
                value(columns.author()),
                created,
                at,
                new Reading.Content(
                        text,
                        "post",
                        DeclaredLanguage.of(values.get(columns.language())),
                        hashtags(),
                        List.of(),
                        List.of()));
    }

    private Reading.Moment changedAt() throws UnreadableFrame {
        String field = changes.changedAt().isEmpty() ? "columns.changed-at" : changes.changedAt();
        return Times.anyIfTold(value(changes.changedAt()), field);
    }

    private List<String> hashtags() {
        String spaced = values.get(columns.hashtags());
        return tags != null || spaced == null
                ? tags
                : Arrays.stream(spaced.strip().split("\\s+"))
                        .filter(tag -> !tag.isEmpty())
                        .toList();
    }

    /** Returns a value that need not be there; null where it is missing or blank, or no field has been named. */
    private String value(String name) {
        String value = values.get(name);
        return value == null || value.isBlank() ? null : value;
    }
}
