package io.groundswell.ml.topic;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.transform;

import org.apache.spark.sql.Column;

/** The terms of a post, by kind. */
public final class PostTerms {
    /** The column of a post's words, as fitting and scoring hand it to a model. */
    public static final String WORDS = "words";

    private PostTerms() {}

    /** Returns the canonical terms of a kind, ARRAY&lt;STRING&gt;, out of the column {@code terms}; null where that is. */
    public static Column ofKind(String kind) {
        return transform(
                filter(col("terms"), term -> term.getField("kind").equalTo(kind)), term -> term.getField("term"));
    }
}
