package io.groundswell.features.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.model.PostChange;
import io.groundswell.table.Schemas;
import io.groundswell.testing.SparkTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.StreamingQueryException;
import org.apache.spark.sql.streaming.Trigger;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkTest.class)
class TermExtractionIT {
    private static final StructType INPUT = StructType.fromDDL(
            "post_id STRING, text STRING, declared_language STRING, tags ARRAY<STRING>, kind STRING");
    private static final TermExtraction EXTRACTION = new TermExtraction(TextSettings.DEFAULT);

    @Test
    void givesEachPostItsLanguageAndTerms(SparkSession spark) {
        Dataset<Row> posts = rows(
                spark,
                post("1", "Big storm #Irma", "en-US", null),
                post("2", "storm", null, new String[] {"Florida"}),
                post("3", "東京で花火", null, null));

        assertThat(flat(posts.transform(EXTRACTION::apply)))
                .containsExactlyInAnyOrder(
                        "1 en word big Big, word storm storm, phrase big storm Big storm, hashtag irma Irma",
                        "2 null word storm storm, hashtag florida Florida",
                        "3 ja word 東京 東京, word 花火 花火");
    }

    @Test
    void putsItsColumnsInPlaceOfThoseItRead(SparkSession spark) {
        StructType found = rows(spark).transform(EXTRACTION::apply).schema();

        assertThat(found.fieldNames())
                .containsExactly("post_id", "text", "kind", "language", "terms", "extractor_version");
        StructType wanted = Schemas.of(PostChange.class);
        for (String column : List.of("language", "terms", "extractor_version")) {
            assertThat(found.apply(column).dataType())
                    .isEqualTo(wanted.apply(column).dataType());
        }
    }

    @Test
    void saysWhichExtractorItWas(SparkSession spark) {
        Dataset<Row> extracted = rows(spark, post("1", "storm", "en", null)).transform(EXTRACTION::apply);

        assertThat(extracted.select("extractor_version").collectAsList())
                .containsExactly(RowFactory.create(TermExtraction.VERSION));
    }

    @Test
    void givesADeletionEmptyTerms(SparkSession spark) {
        Row deletion = rows(spark, post("1", null, null, null))
                .transform(EXTRACTION::apply)
                .select("language", "terms")
                .head();

        assertThat(deletion.isNullAt(0)).isTrue();
        assertThat(deletion.getList(1)).isEmpty();
    }

    @Test
    void readsEachPostOnce(SparkSession spark) {
        Dataset<Row> extracted =
                rows(spark, post("1", "storm", "en", null)).repartition(2).transform(EXTRACTION::apply);

        String plan = extracted.queryExecution().optimizedPlan().toString();
        assertThat(plan.split("UDF\\(", -1)).as(plan).hasSize(2);
    }

    @Test
    void worksOnAStreamAsOnATable(SparkSession spark, @TempDir Path folder)
            throws IOException, TimeoutException, StreamingQueryException {
        Files.writeString(folder.resolve("posts.json"), """
                {"post_id":"1","text":"Big storm #Irma","declared_language":"en","kind":"post"}
                {"post_id":"2"}
                """);
        Dataset<Row> posts = spark.readStream().schema(INPUT).json(folder.toString());
        StreamingQuery query = posts.transform(EXTRACTION::apply)
                .writeStream()
                .format("memory")
                .queryName("extracted")
                .trigger(Trigger.AvailableNow())
                .start();
        query.awaitTermination();

        Dataset<Row> table = spark.read().schema(INPUT).json(folder.toString()).transform(EXTRACTION::apply);
        assertThat(flat(spark.table("extracted"))).hasSize(2).containsExactlyInAnyOrderElementsOf(flat(table));
    }

    @Test
    void isSerialisable() throws IOException, ClassNotFoundException {
        TextSettings settings = new TextSettings(false, 1, 30, 3, 4, 5, Set.of("storm"), Set.of());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(new ExtractedTerms(settings));
        }
        ExtractedTerms travelled;
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            travelled = (ExtractedTerms) in.readObject();
        }

        assertThat(travelled.settings()).isEqualTo(settings);
        assertThat(terms(travelled, RowFactory.create("storm flood fire", "en", null)))
                .isEqualTo(2);
    }

    @Test
    void keepsTheSettingsOfTwoExtractionsApart() {
        Row post = RowFactory.create("storm flood", "en", null);
        ExtractedTerms all = new ExtractedTerms(TextSettings.DEFAULT);
        ExtractedTerms oneWord = new ExtractedTerms(new TextSettings(true, 2, 40, 64, 1, 0, Set.of(), Set.of()));

        assertThat(List.of(terms(all, post), terms(oneWord, post), terms(all, post)))
                .containsExactly(3, 1, 3);
    }

    private static int terms(ExtractedTerms extraction, Row post) {
        return ((Row[]) extraction.call(post).get(1)).length;
    }

    private static Row post(String id, String text, String language, String[] tags) {
        return RowFactory.create(id, text, language, tags, "post");
    }

    private static Dataset<Row> rows(SparkSession spark, Row... posts) {
        return spark.createDataFrame(List.of(posts), INPUT);
    }

    private static List<String> flat(Dataset<Row> extracted) {
        return extracted
                .selectExpr("concat_ws(' ', post_id, coalesce(language, 'null'), "
                        + "array_join(transform(terms, t -> concat_ws(' ', t.kind, t.term, t.display)), ', '))")
                .collectAsList()
                .stream()
                .map(row -> row.getString(0))
                .toList();
    }
}
