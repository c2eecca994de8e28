package io.groundswell.app.demo;

import io.groundswell.app.finding.CommunityFinding;
import io.groundswell.app.finding.StoryFinding;
import io.groundswell.app.finding.TopicFinding;
import io.groundswell.app.finding.TrendFinding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a demo did and found.
 *
 * @param posts rows of silver.posts
 * @param rejected reason to frames, the most frequent first
 * @param steps in the order in which one could follow the other; some ran side by side
 * @param seconds from the first step's begin to the last one's end
 * @param check what was found of the simulator's truth; empty for an archive
 */
public record DemoResult(
        String lake,
        long posts,
        Map<String, Long> rejected,
        List<Step> steps,
        double seconds,
        List<TrendFinding> trends,
        List<StoryFinding> stories,
        List<TopicFinding> topics,
        List<CommunityFinding> communities,
        Optional<TruthCheck.Result> check) {

    long rejectedFrames() {
        return rejected.values().stream().mapToLong(Long::longValue).sum();
    }

    public Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("lake", lake);
        document.put("posts", posts);
        document.put("rejected", rejectedFrames());
        document.put("rejected_by_reason", rejected);
        document.put("seconds", seconds);
        document.put("steps", steps.stream().map(Step::document).toList());
        document.put("trends", trends.stream().map(TrendFinding::document).toList());
        document.put("stories", stories.stream().map(StoryFinding::document).toList());
        document.put("topics", topics.stream().map(TopicFinding::document).toList());
        document.put(
                "communities",
                communities.stream().map(CommunityFinding::document).toList());
        check.ifPresent(found -> document.put("truth", found.document()));
        return document;
    }
}
