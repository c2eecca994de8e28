package io.groundswell.table;

import io.groundswell.model.Community;
import io.groundswell.model.Frontier;
import io.groundswell.model.Gap;
import io.groundswell.model.HashtagEdge;
import io.groundswell.model.HashtagNode;
import io.groundswell.model.ModelVersion;
import io.groundswell.model.Post;
import io.groundswell.model.PostChange;
import io.groundswell.model.PostTopic;
import io.groundswell.model.RawPost;
import io.groundswell.model.RejectedPost;
import io.groundswell.model.RuleChange;
import io.groundswell.model.Run;
import io.groundswell.model.Story;
import io.groundswell.model.Suppression;
import io.groundswell.model.TermCount;
import io.groundswell.model.Topic;
import io.groundswell.model.Trend;
import io.groundswell.model.TrendCalibration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every table of a lake. */
public final class Catalogue {
    public static final TableSpec RAW_POSTS = new TableSpec(
            "bronze.raw_posts",
            "one frame as it was received, byte for byte",
            RawPost.class,
            List.of("source", "position"),
            List.of(),
            Map.of("frame_is_placed", "source IS NOT NULL AND position IS NOT NULL AND payload IS NOT NULL"),
            Set.of(),
            "ingest");

    public static final TableSpec POST_CHANGES = new TableSpec(
            "silver.post_changes",
            "one accepted change of a post or removal of an account, append only, with its terms",
            PostChange.class,
            List.of("source", "position"),
            List.of("received_at"),
            Map.of(
                    "op_is_known", "op IN ('created', 'edited', 'deleted', 'account_removed')",
                    "change_is_placed", "source IS NOT NULL AND received_at IS NOT NULL",
                    "post_is_named", "post_id IS NOT NULL OR op = 'account_removed' AND author_id IS NOT NULL",
                    "post_is_dated", "created_at IS NOT NULL OR op IN ('deleted', 'account_removed')"),
            Set.of(),
            "ingest");

    public static final TableSpec REJECTED_POSTS = new TableSpec(
            "silver.rejected_posts",
            "a frame that could not be read, whole, with the reason",
            RejectedPost.class,
            List.of("source", "position"),
            List.of(),
            Map.of("reason_is_given", "reason IS NOT NULL"),
            Set.of(),
            "ingest");

    public static final TableSpec POSTS = new TableSpec(
            "silver.posts",
            "one post in its newest version, deleted ones gone",
            Post.class,
            List.of("source", "post_id"),
            List.of("created_at"),
            Map.of("post_is_named", "source IS NOT NULL AND post_id IS NOT NULL AND created_at IS NOT NULL"),
            Set.of(),
            "settle-posts");

    public static final TableSpec SUPPRESSIONS = new TableSpec(
            "silver.suppressions",
            "keyed hash of a post or author that must not come back, and when it was forgotten",
            Suppression.class,
            List.of("hash"),
            List.of(),
            Map.of("hash_is_keyed", "hash IS NOT NULL AND key_id IS NOT NULL"),
            Set.of("suppressed_at"),
            "forget");

    public static final TableSpec TERM_COUNTS = new TableSpec(
            "gold.term_counts",
            "posts and distinct authors of a term in a window, as known at a decision",
            TermCount.class,
            List.of("window_start", "window_width", "scope", "kind", "term", "decided_at"),
            List.of("window_start"),
            Map.of("authors_have_posts", "posts >= authors AND authors >= 0"),
            Set.of(),
            "detect-trends");

    public static final TableSpec TRENDS = new TableSpec(
            "gold.trends",
            "a term in a window of its trend's life, from first alarm to over, as known at a decision",
            Trend.class,
            List.of("window_start", "window_width", "scope", "kind", "term", "decided_at"),
            List.of("window_start"),
            Map.of(
                    "state_is_known", "state IN ('emerging', 'rising', 'peaking', 'fading', 'over', 'recurring')",
                    "figures_are_finite",
                            "expected > 0 AND evidence >= 0 AND lift >= 0 AND rise >= 0 AND rise_windows >= 0"),
            Set.of(),
            "detect-trends");

    public static final TableSpec STORIES = new TableSpec(
            "gold.stories",
            "terms that trend together, in a window of their story's life, with label and sample posts",
            Story.class,
            List.of("story_id", "window_start", "window_width", "scope", "decided_at"),
            List.of("window_start"),
            Map.of("state_is_known", "state IN ('emerging', 'rising', 'peaking', 'fading', 'over')"),
            Set.of(),
            "detect-trends");

    public static final TableSpec TOPICS = new TableSpec(
            "gold.topics",
            "a word of a topic of one model version, with the topic's label and coherence",
            Topic.class,
            List.of("model_version", "topic", "rank"),
            List.of(),
            Map.of("weight_is_a_share", "weight >= 0 AND weight <= 1"),
            Set.of(),
            "fit-topics");

    public static final TableSpec POST_TOPICS = new TableSpec(
            "gold.post_topics",
            "a post's topics, and the model version that said so",
            PostTopic.class,
            List.of("source", "post_id", "model_version"),
            List.of("created_at"),
            Map.of("weight_is_a_share", "weight >= 0 AND weight <= 1.000001"),
            Set.of(),
            "score-posts");

    public static final TableSpec HASHTAG_EDGES = new TableSpec(
            "gold.hashtag_edges",
            "two hashtags that authors of a window used together, with support, significance and weights",
            HashtagEdge.class,
            List.of("window_start", "window_width", "tag_a", "tag_b"),
            List.of("window_start"),
            Map.of("tags_are_ordered", "tag_a < tag_b"),
            Set.of(),
            "build-graph");

    public static final TableSpec HASHTAGS = new TableSpec(
            "gold.hashtags",
            "a hashtag in the graph of a window: degree, PageRank, community",
            HashtagNode.class,
            List.of("window_start", "window_width", "tag"),
            List.of("window_start"),
            Map.of("rank_is_a_share", "pagerank >= 0 AND pagerank <= 1"),
            Set.of(),
            "build-graph");

    public static final TableSpec COMMUNITIES = new TableSpec(
            "gold.communities",
            "a community of hashtags in a window, with its modularity",
            Community.class,
            List.of("window_start", "window_width", "community"),
            List.of("window_start"),
            Map.of("size_is_positive", "size > 0"),
            Set.of(),
            "build-graph");

    public static final TableSpec MODELS = new TableSpec(
            "ops.models",
            "a registered model version, with aliases, metrics, parameters, table versions and artefact",
            ModelVersion.class,
            List.of("name", "version"),
            List.of(),
            Map.of("version_counts_from_1", "version >= 1"),
            Set.of("artefact", "digest", "run_id", "created_at", "promoted_at"),
            "fit-tfidf, fit-topics");

    public static final TableSpec RUNS = new TableSpec(
            "ops.runs",
            "a run of a job: engine, versions read and written, rows, seconds",
            Run.class,
            List.of("run_id"),
            List.of(),
            Map.of("status_is_known", "status IN ('done', 'failed')"),
            Set.of("run_id", "started_at", "ended_at", "seconds"),
            "every job");

    public static final TableSpec FRONTIERS = new TableSpec(
            "ops.frontiers",
            "the received time through which an input has landed all of a source; without an input, of an archive",
            Frontier.class,
            List.of("source", "input", "received_through"),
            List.of(),
            Map.of("frontier_is_given", "source IS NOT NULL AND received_through IS NOT NULL"),
            Set.of("input", "run_id", "closed_at"),
            "ingest");

    public static final TableSpec GAPS = new TableSpec(
            "ops.gaps",
            "a hole in a feed: what its server no longer had when it was to be read, or a silence of a busy source",
            Gap.class,
            List.of("source", "lane", "from_offset", "from_received"),
            List.of(),
            Map.of("hole_is_placed", "source IS NOT NULL AND lane IS NOT NULL"),
            Set.of("found_at", "run_id"),
            "ingest");

    public static final TableSpec RULES = new TableSpec(
            "ops.rules",
            "one change of a rule that blocks posts, mutes terms or watches them: what it holds from a moment on, append only",
            RuleChange.class,
            List.of("rule_id", "effective_at", "is_end"),
            List.of(),
            Map.of(
                    "rule_is_dated",
                    "rule_id IS NOT NULL AND value IS NOT NULL AND effective_at IS NOT NULL",
                    "kind_fits",
                    "action = 'block' AND kind IN ('author', 'pattern')"
                            + " OR action = 'mute' AND kind IN ('hashtag', 'word', 'phrase', 'pattern')"
                            + " OR action = 'watch' AND kind IN ('hashtag', 'word', 'phrase')",
                    "thresholds_are_of_a_watch",
                    "action = 'watch' OR min_evidence IS NULL AND min_authors IS NULL"),
            Set.of("added_at"),
            "rules");

    public static final TableSpec CALIBRATIONS = new TableSpec(
            "ops.calibrations",
            "the threshold of alarms for a wanted rate of false alarms, from a moment on, with its evidence",
            TrendCalibration.class,
            List.of("scope", "window_width", "valid_from"),
            List.of(),
            Map.of(
                    "calibration_is_dated", "scope IS NOT NULL AND valid_from IS NOT NULL",
                    "figures_are_finite", "threshold > 0 AND false_alarms_per_day >= 0"),
            Set.of("counts_version", "created_at", "run_id"),
            "calibrate-trends");

    private static final List<TableSpec> ALL = List.of(
            RAW_POSTS,
            POST_CHANGES,
            REJECTED_POSTS,
            POSTS,
            SUPPRESSIONS,
            TERM_COUNTS,
            TRENDS,
            STORIES,
            TOPICS,
            POST_TOPICS,
            HASHTAG_EDGES,
            HASHTAGS,
            COMMUNITIES,
            MODELS,
            RUNS,
            FRONTIERS,
            GAPS,
            RULES,
            CALIBRATIONS);

    private static final List<TableSpec> REBUILT =
            List.of(POST_CHANGES, REJECTED_POSTS, POSTS, TERM_COUNTS, TRENDS, STORIES);

    private Catalogue() {}

    /** Returns every table, in the order in which a post passes them. */
    public static List<TableSpec> all() {
        return ALL;
    }

    /** Returns the tables that 'rebuild' makes anew of bronze, in the order in which they are swapped. */
    public static List<TableSpec> rebuilt() {
        return REBUILT;
    }

    /** Returns what to do where another build made a table; empty where that takes more than 'rebuild'. */
    public static Optional<String> cure(TableSpec spec) {
        return REBUILT.contains(spec)
                ? Optional.of("Run 'rebuild': it makes the table anew from bronze.")
                : Optional.empty();
    }

    /** Returns the table of a name such as {@code gold.trends}; empty where there is none. */
    public static Optional<TableSpec> find(String name) {
        return ALL.stream().filter(spec -> spec.name().equals(name)).findFirst();
    }
}
