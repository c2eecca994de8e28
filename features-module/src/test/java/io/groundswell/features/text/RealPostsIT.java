package io.groundswell.features.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.groundswell.model.Term;
import io.groundswell.testing.SparkTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Real posts of 2017's disasters, where the archive is at hand; {@code -Dgroundswell.data} says where. */
@ExtendWith(SparkTest.class)
class RealPostsIT {
    private static final Path ARCHIVE =
            Path.of(System.getProperty("groundswell.data", "no-real-posts"), "x-disasters-2017.jsonl.gz");

    /** X finds its tags by rules of its own; where we differ, it is by joiners and cut ends. */
    @Test
    void findsTheTagsThatThePlatformFound(SparkSession spark) {
        TermExtractor extractor = new TermExtractor(TextSettings.DEFAULT);
        List<Row> posts = posts(spark);
        long same = posts.stream()
                .filter(post -> {
                    Set<String> ours = terms(extractor, post.getString(0), Term.HASHTAG);
                    Set<String> theirs = post.<String>getList(1).stream()
                            .map(Canonical::of)
                            .collect(Collectors.toCollection(HashSet::new));
                    return ours.equals(theirs);
                })
                .count();

        assertThat((double) same / posts.size()).isGreaterThan(0.9995);
    }

    @Test
    void findsWhatThePostsAreAbout(SparkSession spark) {
        TermExtractor extractor = new TermExtractor(TextSettings.DEFAULT);
        List<Row> posts = posts(spark);

        assertThat(commonest(extractor, posts, Term.WORD)).contains("hurricane", "irma", "harvey", "earthquake");
        assertThat(commonest(extractor, posts, Term.PHRASE)).contains("puerto rico", "sri lanka", "mexico earthquake");
        assertThat(commonest(extractor, posts, Term.HASHTAG)).contains("irma", "hurricanemaria", "floodsl");
    }

    private static List<String> commonest(TermExtractor extractor, List<Row> posts, String kind) {
        Map<String, Long> counts = posts.stream()
                .flatMap(post -> terms(extractor, post.getString(0), kind).stream())
                .collect(Collectors.groupingBy(term -> term, Collectors.counting()));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(20)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Set<String> terms(TermExtractor extractor, String text, String kind) {
        return extractor.extract(text, "en", null).terms().stream()
                .filter(term -> term.kind().equals(kind))
                .map(Term::term)
                .collect(Collectors.toSet());
    }

    private static List<Row> posts(SparkSession spark) {
        assumeTrue(Files.exists(ARCHIVE), "the archive of real posts is not at " + ARCHIVE);
        return spark.read()
                .schema("data STRUCT<text STRING, entities STRUCT<hashtags ARRAY<STRUCT<tag STRING>>>>")
                .json(ARCHIVE.toString())
                .selectExpr("data.text", "coalesce(data.entities.hashtags.tag, array())")
                .collectAsList();
    }
}
