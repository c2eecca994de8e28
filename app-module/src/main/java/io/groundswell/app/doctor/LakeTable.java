package io.groundswell.app.doctor;

import io.groundswell.app.lake.KernelTable;
import io.groundswell.table.Table;
import io.groundswell.table.TableSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table as it was found.
 *
 * @param content empty where there is none, or it can't be opened
 * @param failure why it can't be opened; empty where it can, or is not there
 */
record LakeTable(Table table, Optional<KernelTable> content, String failure) {

    static LakeTable open(Table table) {
        try {
            return new LakeTable(table, KernelTable.open(table), "");
        } catch (RuntimeException broken) { // a log breaks in more ways than Kernel has types for
            return new LakeTable(table, Optional.empty(), Failures.line(broken));
        }
    }

    TableSpec spec() {
        return table.spec();
    }

    String name() {
        return table.name();
    }

    /** Returns the rows of a small table; none where it is not there. */
    List<Map<String, Object>> rows() {
        return content.map(KernelTable::read).orElse(List.of());
    }

    /** Returns how the table is made anew. */
    String remedy() {
        return switch (spec().writer()) {
            case "ingest" ->
                "Land the frames again into another lake (--lake), from the spool, topic or archive that they"
                        + " came from.";
            case "detect-trends" -> aside("gold/term_counts, gold/trends and _checkpoints/detect-trends");
            case "settle-posts" -> aside("silver/posts and _checkpoints/settle-posts");
            case "score-posts" -> aside("gold/post_topics and _checkpoints/score-posts");
            case "build-graph" -> aside("gold/hashtag_edges, gold/hashtags and gold/communities");
            case "every job" ->
                "Move " + spec().folder()
                        + " of the lake aside: the next run of a job begins a new list; nothing else reads it.";
            default ->
                "Restore " + spec().folder()
                        + " of the lake from a backup, or move it aside and use its command again: "
                        + spec().writer() + ".";
        };
    }

    private String aside(String folders) {
        return "Move %s of the lake aside and run '%s': it makes them anew from the posts."
                .formatted(folders, spec().writer());
    }
}
