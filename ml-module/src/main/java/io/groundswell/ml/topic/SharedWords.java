package io.groundswell.ml.topic;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.struct;

import io.groundswell.job.Transform;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The words of {@link PooledDocuments} that most authors of the posts have written, {@code word, authors}, ties by the
 * alphabet; an unknown author's posts are each of an author of its own. Pools don't count: a post with three hashtags is
 * in three of them, and a name that it alone says would outlive it in the model.
 *
 * @param documents into which some or all of the posts were pooled
 * @param most words at most
 * @param minAuthors a word of fewer is left out
 */
record SharedWords(Dataset<Row> documents, int most, int minAuthors) implements Transform {

    @Override
    public Dataset<Row> apply(Dataset<Row> posts) {
        Dataset<Row> learnt =
                documents.select(explode(col(PostTerms.WORDS)).as("word")).distinct();
        return posts.select(
                        struct(col("source"), col("author_id").isNull(), coalesce(col("author_id"), col("post_id")))
                                .as("author"),
                        explode(col(PostTerms.WORDS)).as("word"))
                .groupBy("word")
                .agg(count_distinct(col("author")).as("authors"))
                .where(col("authors").geq(minAuthors))
                .join(learnt, new String[] {"word"}, "left_semi")
                .orderBy(col("authors").desc(), col("word"))
                .limit(most);
    }
}
