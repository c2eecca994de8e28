package io.groundswell.features.tfidf;

import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;

import io.groundswell.job.Transform;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The words that most posts have, (word, posts), the commonest first, ties by the word; at most {@code most} of them, each
 * in {@code minPosts} posts or more.
 */
record CommonWords(int most, int minPosts) implements Transform {

    @Override
    public Dataset<Row> apply(Dataset<Row> posts) {
        return posts.select(explode(array_distinct(col(PostWords.WORDS))).as("word"))
                .groupBy(col("word"))
                .agg(count(lit(1)).as("posts"))
                .where(col("posts").geq(minPosts))
                .orderBy(col("posts").desc(), col("word"))
                .limit(most);
    }
}
