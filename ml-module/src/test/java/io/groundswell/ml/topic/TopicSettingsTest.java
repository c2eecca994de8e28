package io.groundswell.ml.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class TopicSettingsTest {

    @Test
    void defaultsAreThoseOfTheManual() {
        assertThat(TopicSettings.DEFAULT)
                .isEqualTo(new TopicSettings(TopicAlgorithm.LDA, 12, 30, 20_000, 4_000, 5_000, 3, 1));
    }

    @Test
    void refusesWhatMakesNoTopics() {
        refuses("topics.k must be >= 2, was 1", 1, 30, 20_000, 4_000, 5_000, 3);
        refuses("topics.iterations must be >= 1, was 0", 12, 0, 20_000, 4_000, 5_000, 3);
        refuses("topics.max-posts must be >= 1, was 0", 12, 30, 0, 4_000, 5_000, 3);
        refuses("topics.max-documents must be >= 1, was 0", 12, 30, 20_000, 0, 5_000, 3);
        refuses("topics.vocabulary-size must be >= 1, was 0", 12, 30, 20_000, 4_000, 0, 3);
        refuses("topics.min-authors must be >= 2, was 1", 12, 30, 20_000, 4_000, 5_000, 1);
    }

    @Test
    void knowsAlgorithmsByTheirSettings() {
        assertThat(TopicAlgorithm.of("lda")).isEqualTo(TopicAlgorithm.LDA);
        assertThat(TopicAlgorithm.of("kmeans")).isEqualTo(TopicAlgorithm.KMEANS);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TopicAlgorithm.of("nmf"))
                .withMessage("topics.algorithm must be lda or kmeans, was nmf");
    }

    private static void refuses(
            String message, int k, int iterations, int posts, int documents, int vocabulary, int minimum) {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new TopicSettings(TopicAlgorithm.LDA, k, iterations, posts, documents, vocabulary, minimum, 1))
                .withMessage(message);
    }
}
