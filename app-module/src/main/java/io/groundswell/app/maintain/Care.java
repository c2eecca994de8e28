package io.groundswell.app.maintain;

import io.groundswell.table.Catalogue;
import io.groundswell.table.TableSpec;
import java.util.List;
import java.util.Optional;

/**
 * What has to be heeded with a table.
 *
 * @param lease of whoever merges, deletes or replaces rows in it, whose commit fails where files that it read are rewritten
 *     meanwhile; empty where rows are only ever appended
 * @param ageBy the time by which its rows may be past a retention; empty where none may go
 * @param whyKept why none may; empty where they may
 */
record Care(TableSpec spec, Optional<String> lease, Optional<String> ageBy, String whyKept) {
    private static final String STREAMED = "a stream reads it, and may not have come to the rows that would go";

    private static final List<Care> ALL = List.of(
            kept(Catalogue.RAW_POSTS, "it tells what has landed once a checkpoint is lost, and all else is made of it"),
            kept(Catalogue.POST_CHANGES, STREAMED + "; deletions in it hold for ever"),
            aging(Catalogue.REJECTED_POSTS, Optional.empty(), "received_at"),
            merged(Catalogue.POSTS, "settle-posts", "'settle-posts' would merge them anew once its checkpoint is lost"),
            kept(Catalogue.SUPPRESSIONS, "what it names must never come back"),
            kept(Catalogue.TERM_COUNTS, "what was known at a decision is asked of it, and baselines learn from it"),
            kept(Catalogue.TRENDS, STREAMED),
            kept(Catalogue.STORIES, "what was known at a decision is asked of it"),
            merged(Catalogue.TOPICS, "fit-topics", "it goes with the versions in ops.models"),
            aging(Catalogue.POST_TOPICS, Optional.of("score-posts"), "created_at"),
            aging(Catalogue.HASHTAG_EDGES, Optional.of("build-graph"), "window_start"),
            aging(Catalogue.HASHTAGS, Optional.of("build-graph"), "window_start"),
            aging(Catalogue.COMMUNITIES, Optional.of("build-graph"), "window_start"),
            merged(Catalogue.MODELS, "models", "a version that is promoted or rolled back must be there"),
            aging(Catalogue.RUNS, Optional.empty(), "started_at"),
            kept(Catalogue.FRONTIERS, STREAMED),
            kept(Catalogue.GAPS, "a hole masks its windows for ever"),
            kept(Catalogue.RULES, "it tells by which rules each decision was made"),
            kept(Catalogue.CALIBRATIONS, "it tells by which threshold each decision was made"));

    /** Returns that of a table of the catalogue. */
    static Care of(TableSpec spec) {
        return ALL.stream()
                .filter(care -> care.spec.equals(spec))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nothing says how " + spec.name() + " is maintained"));
    }

    private static Care kept(TableSpec spec, String why) {
        return new Care(spec, Optional.empty(), Optional.empty(), why);
    }

    private static Care merged(TableSpec spec, String lease, String why) {
        return new Care(spec, Optional.of(lease), Optional.empty(), why);
    }

    private static Care aging(TableSpec spec, Optional<String> lease, String column) {
        return new Care(spec, lease, Optional.of(column), "");
    }
}
