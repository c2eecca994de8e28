package io.groundswell.ml.topic;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.ml.topic.RankedTopics.WeightedWord;
import io.groundswell.testing.SparkTest;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkTest.class)
class RankedTopicsIT {
    private static final RankedTopics TOPICS = new RankedTopics(List.of(List.of(
            new WeightedWord("today", 0.5),
            new WeightedWord("flood", 0.2),
            new WeightedWord("river", 0.15),
            new WeightedWord("boat", 0.1),
            new WeightedWord("typo", 0.05))));

    @Test
    void labelsByWeightAndInverseDocumentFrequency() {
        Map<String, Double> idf = Map.of("today", 0.1, "flood", 3.0, "river", 3.0, "boat", 4.0);

        assertThat(TOPICS.label(0, idf)).isEqualTo("flood river boat");
    }

    @Test
    void labelsByWeightWhereNoFrequencyIsKnown() {
        assertThat(TOPICS.label(0, Map.of())).isEqualTo("today flood river");
    }

    @Test
    void wordsUnknownToTheTfidfModelComeLast() {
        assertThat(TOPICS.label(0, Map.of("boat", 1.0))).isEqualTo("boat today flood");
    }

    @Test
    void ranksByWeightThenAlphabet(SparkSession spark) {
        RankedTopics ranked = RankedTopics.of(HandMadeModels.lda(spark, "wave sea", "stone"));

        assertThat(ranked.top(2)).containsExactly(List.of("sea", "wave"), List.of("stone", "sea"));
        assertThat(ranked.topics().get(0).stream()
                        .mapToDouble(WeightedWord::weight)
                        .sum())
                .isCloseTo(1, org.assertj.core.api.Assertions.within(1e-9));
    }
}
