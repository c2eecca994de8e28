package io.groundswell.ingest;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;

import io.groundswell.job.Transform;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Stands in for the extraction of terms: the feed's language and hashtags as they are. */
record PlainTerms() implements Transform {
    @Override
    public Dataset<Row> apply(Dataset<Row> changes) {
        return changes.withColumn("language", col("declared_language"))
                .withColumn(
                        "terms",
                        transform(
                                coalesce(col("tags"), array().cast("array<string>")),
                                tag -> struct(
                                        lit("hashtag").as("kind"), lower(tag).as("term"), tag.as("display"))))
                .withColumn("extractor_version", lit(1))
                .drop("declared_language", "tags");
    }
}
