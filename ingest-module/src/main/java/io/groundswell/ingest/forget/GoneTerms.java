package io.groundswell.ingest.forget;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.udf;

import io.groundswell.model.Term;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.types.DataTypes;

/**
 * The terms that no post but forgotten ones has: a count of such a term, or a word of a topic, says what they said. Of
 * other terms the figures stay: that somebody wrote them is no news of the author.
 *
 * @param terms kind and term, a line each
 * @param displays as they were written
 */
record GoneTerms(Set<String> terms, Set<String> displays) {
    private static final char BETWEEN = '\n';

    /** Returns the terms of the changes that are forgotten, and of no other. */
    static GoneTerms of(Dataset<Row> changes, Column isForgotten) {
        Dataset<Row> theirs = terms(changes.where(isForgotten));
        List<Row> said = theirs.select("kind", "term", "display").distinct().collectAsList();
        if (said.isEmpty()) {
            return new GoneTerms(Set.of(), Set.of());
        }
        Dataset<Row> wanted = changes.sparkSession()
                .createDataFrame(said, theirs.schema())
                .select("kind", "term")
                .distinct();
        Set<String> kept = terms(changes.where(not(isForgotten)))
                .select("kind", "term")
                .join(broadcast(wanted), new String[] {"kind", "term"}, "left_semi")
                .distinct()
                .collectAsList()
                .stream()
                .map(row -> key(row.getString(0), row.getString(1)))
                .collect(Collectors.toSet());
        Set<String> terms = new HashSet<>();
        Set<String> displays = new HashSet<>();
        for (Row row : said) {
            String key = key(row.getString(0), row.getString(1));
            if (!kept.contains(key)) {
                terms.add(key);
                displays.add(row.getString(2));
            }
        }
        return new GoneTerms(terms, displays);
    }

    private static Dataset<Row> terms(Dataset<Row> changes) {
        return changes.select(explode(col("terms")).as("term"))
                .select(
                        col("term.kind").as("kind"),
                        col("term.term").as("term"),
                        col("term.display").as("display"));
    }

    private static String key(String kind, String term) {
        return kind + BETWEEN + term;
    }

    boolean isEmpty() {
        return terms.isEmpty();
    }

    /** Returns whether a term is one of them. */
    Column has(Column kind, Column term) {
        Set<String> gone = terms;
        UDF2<String, String, Boolean> has = (ofKind, name) -> gone.contains(key(ofKind, name));
        return udf(has, DataTypes.BooleanType).apply(kind, term);
    }

    /** Returns whether a hashtag is one of them. */
    Column hasTag(Column tag) {
        return has(lit(Term.HASHTAG), tag);
    }

    /** Returns whether a hashtag in the form in which it was written is one of them. */
    Column hasDisplay(Column display) {
        Set<String> gone = displays;
        return udf((String text) -> gone.contains(text), DataTypes.BooleanType).apply(display);
    }

    /** Returns a text of words without those of them. */
    Column without(Column words) {
        Set<String> gone = terms;
        return udf(
                        (String text) -> Arrays.stream(text.split(" "))
                                .filter(word -> !gone.contains(key(Term.WORD, word.replace(",", ""))))
                                .collect(Collectors.joining(" ")),
                        DataTypes.StringType)
                .apply(words);
    }
}
