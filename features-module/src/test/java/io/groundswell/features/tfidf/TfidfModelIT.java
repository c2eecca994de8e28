package io.groundswell.features.tfidf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.groundswell.testing.SparkTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkTest.class)
class TfidfModelIT {
    private static final StructType WORDS = StructType.fromDDL("words ARRAY<STRING>");

    @Test
    void weighsAWordByItsCountAndItsRarity(SparkSession spark) {
        TfidfModel model = TfidfModel.fit(
                List.of("storm", "flood"), rows(spark, "storm flood", "storm unknown", "storm", "flood"));

        Row scored = model.pipeline()
                .transform(rows(spark, "flood flood storm unheard"))
                .head();
        assertThat(scored.<Vector>getAs("counts").toArray()).containsExactly(1, 2);
        assertThat(scored.<Vector>getAs("tfidf").toArray())
                .containsExactly(new double[] {Math.log(5.0 / 4), 2 * Math.log(5.0 / 3)}, within(1e-12));
    }

    @Test
    void tellsWhichShareOfTheWordsItDoesNotKnow(SparkSession spark) {
        TfidfModel model = TfidfModel.fit(List.of("storm", "flood"), rows(spark, "storm flood"));

        assertThat(model.outOfVocabulary(rows(spark, "storm fire", "flood wind")))
                .hasValue(0.5);
        assertThat(model.outOfVocabulary(rows(spark, "storm"))).hasValue(0);
        assertThat(model.outOfVocabulary(rows(spark))).isEmpty();
    }

    @Test
    void savesItsVocabularyAndNoPost(SparkSession spark, @TempDir Path folder) throws IOException {
        String artefact = folder.resolve("model").toString();
        TfidfModel.fit(List.of("storm"), rows(spark, "storm secret", "storm private"))
                .pipeline()
                .save(artefact);

        List<String> held = Stream.of("0_tfidf-counts", "1_tfidf-weights")
                .flatMap(
                        stage -> spark.read().parquet(artefact + "/stages/" + stage + "/data").collectAsList().stream())
                .map(Row::toString)
                .toList();
        assertThat(held).hasSize(2).anyMatch(row -> row.contains("storm"));
        assertThat(held).noneMatch(row -> row.contains("secret") || row.contains("private"));
    }

    private static Dataset<Row> rows(SparkSession spark, String... posts) {
        List<Row> rows = Arrays.stream(posts)
                .map(words -> RowFactory.create((Object) words.split(" ")))
                .toList();
        return spark.createDataFrame(rows, WORDS);
    }
}
