package io.groundswell.trends.count;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;

import io.groundswell.model.TermCount;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;

/** What posts have in common that are counted, and scored, as one scope. */
public enum ScopeKind {
    /** Nothing: all posts are of the scope {@code all}. */
    ALL,
    /** Their language: {@code language:de}. A post of which it is not known is of no such scope. */
    LANGUAGE,
    /** The feed that they came by: {@code source:mastodon}. */
    SOURCE;

    /** Returns the kind of a scope by its name; empty of what is no scope. */
    public static Optional<ScopeKind> of(String scope) {
        return Stream.of(values())
                .filter(kind -> kind == ALL
                        ? scope.equals(TermCount.SCOPE_ALL)
                        : scope.startsWith(kind.prefix()) && scope.length() > kind.prefix().length())
                .findFirst();
    }

    /** Returns the scope of a post, of the columns language and source; null where it is of none of this kind. */
    Column scope() {
        return switch (this) {
            case ALL -> lit(TermCount.SCOPE_ALL);
            case LANGUAGE -> concat(lit(prefix()), col("language"));
            case SOURCE -> concat(lit(prefix()), col("source"));
        };
    }

    private String prefix() {
        return name().toLowerCase(Locale.ROOT) + ":";
    }
}
