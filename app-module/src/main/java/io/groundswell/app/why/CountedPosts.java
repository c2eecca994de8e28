package io.groundswell.app.why;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;

import io.groundswell.trends.CountedChanges;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The posts that a count is made of.
 *
 * @param rows how many are found, each a row of bronze.raw_posts; other than the count where some landed late or were erased
 * @param display the form in which most of them wrote the term, of equals the smallest; null of none
 * @param languages how many of them are in each language; null stands for an unknown one
 * @param sources how many of them came by each source
 * @param firstIds source/post_id of the first received of distinct authors, as many as asked for
 */
public record CountedPosts(long rows, String display, List<Part> languages, List<Part> sources, List<String> firstIds) {

    /** Some of the posts and their distinct authors. */
    public record Part(String name, long authors, long posts) {}

    /** What one author wrote by one source in one language and one form of the term. */
    private record Group(long author, String source, String language, String display, long posts, First first) {}

    private record First(long received, String source, String postId) {
        private static final Comparator<First> ORDER = Comparator.comparingLong(First::received)
                .thenComparing(First::source)
                .thenComparing(First::postId);

        String id() {
            return source + "/" + postId;
        }
    }

    /** Finds them; of each author a row or few are collected. */
    static CountedPosts of(SparkSession spark, CountedChanges changes, int samples) {
        List<Group> groups = changes
                .read(spark)
                .groupBy("author", "source", "language", "display")
                .agg(
                        count(lit(1)).as("posts"),
                        min(struct(col("first_received"), col("source"), col("post_id")))
                                .as("first"))
                .collectAsList()
                .stream()
                .map(CountedPosts::group)
                .toList();
        return new CountedPosts(
                groups.stream().mapToLong(Group::posts).sum(),
                display(groups),
                parts(groups, Group::language),
                parts(groups, Group::source),
                firsts(groups, samples));
    }

    private static Group group(Row row) {
        Row first = row.getAs("first");
        return new Group(
                row.getAs("author"),
                row.getAs("source"),
                row.getAs("language"),
                row.getAs("display"),
                row.getAs("posts"),
                new First(first.getLong(0), first.getString(1), first.getString(2)));
    }

    private static String display(List<Group> groups) {
        Map<String, Long> times = new HashMap<>();
        groups.forEach(group -> times.merge(group.display(), group.posts(), Long::sum));
        return times.entrySet().stream()
                .min(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    private static List<Part> parts(List<Group> groups, Function<Group, String> by) {
        Map<String, Set<Long>> authors = new HashMap<>();
        Map<String, Long> posts = new HashMap<>();
        for (Group group : groups) {
            authors.computeIfAbsent(by.apply(group), any -> new HashSet<>()).add(group.author());
            posts.merge(by.apply(group), group.posts(), Long::sum);
        }
        return authors.entrySet().stream()
                .map(part -> new Part(part.getKey(), part.getValue().size(), posts.get(part.getKey())))
                .sorted(Comparator.comparingLong(Part::authors)
                        .thenComparingLong(Part::posts)
                        .reversed()
                        .thenComparing(Part::name, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    private static List<String> firsts(List<Group> groups, int most) {
        Map<Long, First> ofAuthors = new HashMap<>();
        groups.forEach(group -> ofAuthors.merge(
                group.author(), group.first(), (one, other) -> First.ORDER.compare(one, other) <= 0 ? one : other));
        return new ArrayList<>(ofAuthors.values())
                .stream().sorted(First.ORDER).limit(most).map(First::id).toList();
    }
}
