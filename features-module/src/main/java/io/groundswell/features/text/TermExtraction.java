package io.groundswell.features.text;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;

import io.groundswell.job.Transform;
import io.groundswell.model.PostChange;
import io.groundswell.table.Schemas;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Changes of posts with what they speak of. In: rows with {@code text}, {@code declared_language} and {@code tags}. Out:
 * the same rows, of a table or a stream, with {@code language}, {@code terms} and {@code extractor_version} behind the
 * other columns instead of {@code declared_language} and {@code tags}.
 */
public record TermExtraction(TextSettings settings) implements Transform {
    /** Goes up with every change after which some text has other terms. */
    public static final int VERSION = 2;

    private static final Set<String> CONSUMED = Set.of("declared_language", "tags");

    /**
     * @throws io.groundswell.job.PlatformException if the settings ask for a language that can't be detected
     */
    public TermExtraction {
        if (!settings.detectLanguages().isEmpty()) {
            LanguageDetector.among(settings.detectLanguages());
        }
    }

    @Override
    public Dataset<Row> apply(Dataset<Row> posts) {
        Column[] kept = kept(posts).toArray(Column[]::new);
        // One call yields both columns; Spark keeps the two steps apart since a function of ours isn't cheap.
        Dataset<Row> extracted = posts.select(Stream.concat(
                        Arrays.stream(kept),
                        Stream.of(terms().apply(struct(col("text"), col("declared_language"), col("tags")))
                                .as("extracted")))
                .toArray(Column[]::new));
        return extracted.select(Stream.concat(
                        Arrays.stream(kept),
                        Stream.of(
                                col("extracted.language").as("language"),
                                col("extracted.terms").as("terms"),
                                lit(VERSION).as("extractor_version")))
                .toArray(Column[]::new));
    }

    private static Stream<Column> kept(Dataset<Row> posts) {
        return Arrays.stream(posts.columns())
                .filter(column -> !CONSUMED.contains(column))
                .map(functions::col);
    }

    /** Spark has no tokenizer by Unicode's rules, no NFKC_Casefold and no bigrams. */
    private UserDefinedFunction terms() {
        StructType extracted = new StructType()
                .add("language", DataTypes.StringType)
                .add("terms", Schemas.of(PostChange.class).apply("terms").dataType());
        return udf(new ExtractedTerms(settings), extracted);
    }
}
