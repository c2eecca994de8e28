package io.groundswell.ml.topic;

import io.groundswell.model.Topic;
import io.groundswell.table.Rows;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/**
 * A model's topics, judged.
 *
 * @param coherence of each topic, as {@link Coherence} says
 * @param metrics of the model: {@code coherence}, the mean; {@code npmi}, the mean of it unsmoothed; {@code diversity}, the
 *     share of distinct words among the first 25 of all topics; {@code perplexity}, where the model gives one;
 *     {@code vocabulary} and {@code topics}; {@code held_out}, the posts it was judged by; {@code posts} and
 *     {@code documents}, once they are {@link #counted}; the champion's, once it was {@link #comparedWith}
 */
record TopicReport(RankedTopics topics, List<Double> coherence, Map<String, Double> metrics) {
    private static final int JUDGED_WORDS = 10;
    private static final int SHOWN_WORDS = 25;

    /** @param heldOut the words of posts that the model has not seen */
    static TopicReport of(TopicPipeline pipeline, List<List<String>> heldOut) {
        RankedTopics topics = RankedTopics.of(pipeline);
        List<List<String>> judged = topics.top(JUDGED_WORDS);
        Coherence measure =
                new Coherence(heldOut, judged.stream().flatMap(List::stream).collect(Collectors.toSet()));
        List<Double> coherence = judged.stream().map(measure::of).toList();
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put("coherence", mean(coherence));
        metrics.put("npmi", mean(judged.stream().map(measure::unsmoothed).toList()));
        metrics.put("diversity", diversity(topics.top(SHOWN_WORDS)));
        if (pipeline.isGenerative()) {
            new Perplexity(pipeline).of(heldOut).ifPresent(perplexity -> metrics.put("perplexity", perplexity));
        }
        metrics.put("vocabulary", (double) pipeline.vocabulary().length);
        metrics.put("topics", (double) coherence.size());
        metrics.put("held_out", (double) heldOut.size());
        return new TopicReport(topics, coherence, metrics);
    }

    /** Returns the report with the size of the sample among its metrics. */
    TopicReport counted(long posts, long documents) {
        return with(Map.of("posts", (double) posts, "documents", (double) documents));
    }

    /** Returns the report with what the champion got on the same posts among its metrics. */
    TopicReport comparedWith(TopicReport champion) {
        return with(Map.of(
                JudgementSettings.OF_CHAMPION + "coherence", champion.metrics.get("coherence"),
                JudgementSettings.OF_CHAMPION + "diversity", champion.metrics.get("diversity")));
    }

    private TopicReport with(Map<String, Double> more) {
        Map<String, Double> all = new LinkedHashMap<>(metrics);
        all.putAll(more);
        return new TopicReport(topics, coherence, all);
    }

    /** Returns rows of gold.topics: the first 25 words of each topic. */
    List<Row> rows(int modelVersion, Map<String, Double> idf) {
        List<Row> rows = new ArrayList<>();
        for (int topic = 0; topic < coherence.size(); topic++) {
            String label = topics.label(topic, idf);
            List<RankedTopics.WeightedWord> words = topics.topics().get(topic);
            for (int rank = 0; rank < Math.min(SHOWN_WORDS, words.size()); rank++) {
                rows.add(Rows.of(new Topic(
                        modelVersion,
                        topic,
                        rank,
                        words.get(rank).word(),
                        words.get(rank).weight(),
                        label,
                        coherence.get(topic))));
            }
        }
        return rows;
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    static double diversity(List<List<String>> topics) {
        List<String> words = topics.stream().flatMap(List::stream).toList();
        return (double) words.stream().distinct().count() / words.size();
    }
}
