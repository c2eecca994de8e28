package io.groundswell.app.rebuild;

import io.groundswell.features.text.TermExtraction;
import io.groundswell.ingest.parse.PostFormat;
import io.groundswell.table.Catalogue;
import io.groundswell.table.TableSpec;
import io.groundswell.trends.score.ScoredTrends;
import io.groundswell.trends.story.ToldStories;
import java.util.List;
import java.util.stream.Collectors;

/** Which versions of this build stand in which rows: those of others say that the rows would be others now. */
public final class Versions {
    private static final String PARSER = "parser_version";

    private static final List<Written> ALL = List.of(
            new Written(Catalogue.POST_CHANGES, PARSER, PostFormat.PARSER_VERSION),
            new Written(Catalogue.POST_CHANGES, "extractor_version", TermExtraction.VERSION),
            new Written(Catalogue.REJECTED_POSTS, PARSER, PostFormat.PARSER_VERSION),
            new Written(Catalogue.TRENDS, "scorer_version", ScoredTrends.SCORER_VERSION),
            new Written(Catalogue.STORIES, "story_version", ToldStories.STORY_VERSION));

    private Versions() {}

    /** What this build writes into a column of each row. */
    public record Written(TableSpec spec, String column, int version) {}

    public static List<Written> all() {
        return ALL;
    }

    /** Returns all of them as text. */
    public static String text() {
        return ALL.stream()
                .map(written -> written.spec.name() + " " + written.column + " " + written.version)
                .collect(Collectors.joining(", "));
    }
}
