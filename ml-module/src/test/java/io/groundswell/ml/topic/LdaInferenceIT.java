package io.groundswell.ml.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.groundswell.testing.SparkTest;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkTest.class)
class LdaInferenceIT {
    /** Both stop once a round moves less than 0.001 a topic; a post of few words divides that by little. */
    private static final double TOLERANCE = 2e-3;

    @Test
    void agreesWithMllib(SparkSession spark) {
        TopicPipeline pipeline = HandMadeModels.lda(
                spark, "sea wave sand", "stone hill sand path", "bread salt path", "rain cloud wave");
        List<String> texts = List.of(
                "sea",
                "sea wave",
                "sand",
                "sand stone",
                "bread salt salt salt path",
                "sea stone bread rain",
                "cloud wave wave");
        TopicInference inference = pipeline.inference();

        List<Row> rows = pipeline.model()
                .transform(HandMadeModels.documents(spark, texts))
                .select(pipeline.featuresColumn(), "topicDistribution")
                .collectAsList();

        assertThat(rows).hasSameSizeAs(texts).allSatisfy(row -> {
            double[] expected = row.<Vector>getAs(1).toArray();
            float[] found = inference.weights(row.getAs(0));
            IntStream.range(0, expected.length)
                    .forEach(topic -> assertThat((double) found[topic]).isCloseTo(expected[topic], within(TOLERANCE)));
        });
    }

    @Test
    void weightsAddUpToOne(SparkSession spark) {
        float[] weights = HandMadeModels.lda(spark, "sea wave", "stone hill")
                .inference()
                .weights(Vectors.sparse(4, new int[] {0, 3}, new double[] {2, 1}));

        assertThat(weights).hasSize(2);
        assertThat(weights[0]).isGreaterThan(weights[1]);
        assertThat(weights[0] + weights[1]).isCloseTo(1f, within(1e-6f));
    }

    @Test
    void hasNothingToSayOfNoWords(SparkSession spark) {
        assertThat(HandMadeModels.lda(spark, "sea wave", "stone hill")
                        .inference()
                        .weights(Vectors.sparse(4, new int[0], new double[0])))
                .isEmpty();
    }
}
