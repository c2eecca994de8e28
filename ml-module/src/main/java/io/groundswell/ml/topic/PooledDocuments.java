package io.groundswell.ml.topic;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.date_trunc;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.slice;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import io.groundswell.job.Transform;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Documents, each the words of the posts that share a hashtag and an hour: a single post is too short to learn topics
 * from (Mehrotra et al., "Improving LDA topic models for microblogs via tweet pooling and automatic labeling", SIGIR
 * 2013). A post with several hashtags goes to the pool of each, five at most, so that a post full of hashtags weighs no
 * more than that. A post without one is pooled with its author's others of the hour; with no known author it is a
 * document of its own. Of more than {@code maxDocuments} those with the least hashes are kept, whatever their size.
 */
record PooledDocuments(int maxDocuments, long seed) implements Transform {
    private static final int MAX_POOLS_A_POST = 5;

    @Override
    public Dataset<Row> apply(Dataset<Row> sample) {
        return sample.select(
                        explode(pools()).as("pool"),
                        date_trunc("hour", col("created_at")).as("hour"),
                        col(PostTerms.WORDS))
                .groupBy("pool", "hour")
                .agg(sort_array(flatten(collect_list(PostTerms.WORDS))).as(PostTerms.WORDS))
                .orderBy(xxhash64(lit(seed), col("pool"), col("hour")), col("pool"), col("hour"))
                .limit(maxDocuments)
                .select(PostTerms.WORDS);
    }

    private static Column pools() {
        Column byHashtag =
                transform(slice(col(WordPosts.HASHTAGS), 1, MAX_POOLS_A_POST), tag -> pool("hashtag", lit(""), tag));
        Column byAuthor = pool("author", col("source"), col("author_id"));
        Column alone = pool("post", col("source"), col("post_id"));
        return when(size(col(WordPosts.HASHTAGS)).gt(0), byHashtag)
                .otherwise(array(when(col("author_id").isNotNull(), byAuthor).otherwise(alone)));
    }

    private static Column pool(String by, Column source, Column name) {
        return struct(
                lit(by).as("by"),
                coalesce(source, lit("")).as("source"),
                coalesce(name, lit("")).as("name"));
    }
}
