package io.groundswell.trends.count;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.groundswell.model.TermCount;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;

/** What posts have in common that are counted, and scored, as one scope. */
public enum ScopeKind {
    /** Nothing: all posts are of the scope {@code all}. */
    ALL,
    /** Their language: {@code language:de}. */
    LANGUAGE,
    /** The feed that they came by: {@code source:mastodon}. */
    SOURCE;

    /** Returns the kind of a scope by its name; empty of what is no scope. */
    public static Optional<ScopeKind> of(String scope) {
        return Stream.of(values()).filter(kind -> kind.has(scope)).findFirst();
    }

    /** Returns whether a scope is of this kind. */
    public boolean has(String scope) {
        return this == ALL
                ? scope.equals(TermCount.SCOPE_ALL)
                : scope.startsWith(prefix()) && scope.length() > prefix().length();
    }

    /** Returns what a scope of this kind is named after, such as the language; empty of one of another kind. */
    public Optional<String> value(String scope) {
        return this != ALL && has(scope) ? Optional.of(scope.substring(prefix().length())) : Optional.empty();
    }

    /** Returns the scope of a post, of the columns language and source; null where it is in none of these. */
    Column scope(List<String> scopes) {
        if (this == ALL) {
            return lit(TermCount.SCOPE_ALL);
        }
        Column value = col(name().toLowerCase(Locale.ROOT));
        Object[] counted =
                scopes.stream().flatMap(scope -> value(scope).stream()).toArray();
        return when(value.isin(counted), concat(lit(prefix()), value));
    }

    private String prefix() {
        return name().toLowerCase(Locale.ROOT) + ":";
    }
}
