package io.groundswell.ingest.forget;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.udf;

import io.groundswell.ingest.suppress.FrameErasure;
import io.groundswell.ingest.suppress.SuppressedIds;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;

/**
 * Conditions and values of columns by the list of what must not come back. They are functions of our own since Spark has no
 * keyed hash; so no id stands in a query, and none in a log of queries.
 */
record Forgotten(FrameErasure erasure) {

    /** Returns whether a post is on the list. */
    Column isPost(Column source, Column id) {
        SuppressedIds ids = erasure.ids();
        UDF2<String, String, Boolean> isPost = ids::isPost;
        return udf(isPost, DataTypes.BooleanType).apply(source, id);
    }

    /** Returns whether an author is on the list. */
    Column isAuthor(Column source, Column id) {
        SuppressedIds ids = erasure.ids();
        UDF2<String, String, Boolean> isAuthor = ids::isAuthor;
        return udf(isAuthor, DataTypes.BooleanType).apply(source, id);
    }

    /** Returns whether a row with source, post_id and author_id is of a post or author on the list. */
    Column isOwn() {
        return isPost(col("source"), col("post_id")).or(isAuthor(col("source"), col("author_id")));
    }

    /** Returns whether a key {@code source/post_id} is of a post on the list. */
    Column isPostKey(Column key) {
        SuppressedIds ids = erasure.ids();
        UserDefinedFunction isKey = udf(
                (String text) -> {
                    int slash = text.indexOf('/');
                    return slash > 0 && ids.isPost(text.substring(0, slash), text.substring(slash + 1));
                },
                DataTypes.BooleanType);
        return isKey.apply(key);
    }

    /** Returns what is left of a row's payload; null for all. */
    Column left() {
        FrameErasure frames = erasure;
        UDF3<String, String, byte[], byte[]> left = frames::left;
        return udf(left, DataTypes.BinaryType).apply(col("source"), col("format"), col("payload"));
    }

    /** Returns the id of the post, where a row's payload is a repost of one on the list. */
    Column copy() {
        FrameErasure frames = erasure;
        UDF3<String, String, byte[], String> copy = (source, format, payload) ->
                frames.copy(source, format, payload).orElse(null);
        return udf(copy, DataTypes.StringType).apply(col("source"), col("format"), col("payload"));
    }

    /** Returns whether what a post says names an id on the list. */
    Column isNaming() {
        SuppressedIds ids = erasure.ids();
        UDF2<String, String, Boolean> isNaming = (source, text) ->
                ids.in(source, text.getBytes(StandardCharsets.UTF_8)).any();
        Column said = concat_ws(" ", col("text"), concat_ws(" ", col("mentions")), concat_ws(" ", col("links")));
        return udf(isNaming, DataTypes.BooleanType).apply(col("source"), said);
    }

    /** Returns the columns of what a post says, with the ids in it masked. */
    Map<String, Column> masked() {
        SuppressedIds ids = erasure.ids();
        UDF2<String, String, String> masking = ids::masked;
        UserDefinedFunction mask = udf(masking, DataTypes.StringType);
        return Map.of(
                "text", mask.apply(col("source"), col("text")),
                "mentions", transform(col("mentions"), name -> mask.apply(col("source"), name)),
                "links", transform(col("links"), link -> mask.apply(col("source"), link)),
                "terms",
                        transform(
                                col("terms"),
                                term -> struct(
                                        term.getField("kind").as("kind"),
                                        mask.apply(col("source"), term.getField("term"))
                                                .as("term"),
                                        mask.apply(col("source"), term.getField("display"))
                                                .as("display"))));
    }
}
