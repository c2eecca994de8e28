package io.groundswell.features.tfidf;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.transform;

import io.groundswell.job.Transform;
import io.groundswell.model.Term;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The words of posts: (source, post_id, words ARRAY&lt;STRING&gt;), of rows that have {@code terms} and {@code kind}. A post
 * without a word, such as one of hashtags alone, has no row; nor has a repost, which would make a word seem as common as
 * the post that says it is popular.
 */
public record PostWords() implements Transform {
    /** The column of words, and the input column of the TF-IDF model. */
    public static final String WORDS = "words";

    @Override
    public Dataset<Row> apply(Dataset<Row> posts) {
        Column words = transform(
                filter(col("terms"), term -> term.getField("kind").equalTo(Term.WORD)), term -> term.getField("term"));
        return posts.where(col("kind").isNull().or(col("kind").notEqual("repost")))
                .select(col("source"), col("post_id"), words.as(WORDS))
                .where(size(col(WORDS)).gt(0));
    }
}
