package io.groundswell.ml.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.groundswell.testing.SparkTest;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkTest.class)
class PerplexityIT {

    @Test
    void isTheSizeOfTheVocabularyWhereTopicsAreAllTheSame(SparkSession spark) {
        Perplexity knowsNothing = new Perplexity(HandMadeModels.lda(spark, "a b c d e", "a b c d e"));

        assertThat(knowsNothing.of(List.of(List.of("a", "b", "c"))).orElseThrow())
                .isCloseTo(5, within(1e-5));
    }

    @Test
    void isLessWhereOneWordTellsOfTheNext(SparkSession spark) {
        Perplexity knows = new Perplexity(HandMadeModels.lda(spark, "a b", "c d"));

        assertThat(knows.of(List.of(List.of("a", "b"))).orElseThrow()).isLessThan(2.4);
        assertThat(knows.of(List.of(List.of("a", "c"))).orElseThrow()).isGreaterThan(10);
    }

    @Test
    void isUnknownWhereNothingCanBeForetold(SparkSession spark) {
        assertThat(new Perplexity(HandMadeModels.lda(spark, "a b", "c d")).of(List.of(List.of("a", "unknown"))))
                .isEmpty();
    }
}
