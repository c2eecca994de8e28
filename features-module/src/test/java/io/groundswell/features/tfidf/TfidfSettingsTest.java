package io.groundswell.features.tfidf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TfidfSettingsTest {

    @Test
    void hasDefaults() {
        assertThat(TfidfSettings.DEFAULT).isEqualTo(new TfidfSettings(100_000, 20_000, 5, 0.1, 1));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, 2, 0.1, 'tfidf.max-posts must be >= 1, was 0'",
        "1, 0, 2, 0.1, 'tfidf.vocabulary must be >= 1, was 0'",
        "1, 1, 1, 0.1, 'tfidf.min-documents must be >= 2, was 1'",
        "1, 1, 2, 0, 'tfidf.held-out-share must be > 0 and < 1, was 0.0'",
        "1, 1, 2, 1, 'tfidf.held-out-share must be > 0 and < 1, was 1.0'",
        "1, 1, 2, NaN, 'tfidf.held-out-share must be > 0 and < 1, was NaN'"
    })
    void refusesWhatMakesNoModel(int maxPosts, int vocabulary, int minDocuments, double heldOut, String message) {
        assertThatThrownBy(() -> new TfidfSettings(maxPosts, vocabulary, minDocuments, heldOut, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
