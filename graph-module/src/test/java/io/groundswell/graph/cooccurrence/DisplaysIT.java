package io.groundswell.graph.cooccurrence;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.SparkTest;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkTest.class)
final class DisplaysIT {

    @Test
    void showsTheFormOfMostAuthorsAndOfEqualsTheSmallest(SparkSession spark) {
        Dataset<Row> tagged = spark.sql("""
                SELECT TIMESTAMP '2026-03-01' AS window_start, author,
                       array(named_struct('term', term, 'display', display)) AS hashtags
                FROM VALUES (1, 'ai', 'AI'), (2, 'ai', 'AI'), (3, 'ai', 'ai'), (3, 'ai', 'Ai'), (3, 'ai', 'Ai'),
                            (3, 'ai', 'Ai'), (1, 'ml', 'ml'), (2, 'ml', 'ML') AS t(author, term, display)
                """);

        assertThat(tagged.transform(new Displays()::apply)
                        .select("tag", "display")
                        .collectAsList())
                .containsExactlyInAnyOrder(RowFactory.create("ai", "AI"), RowFactory.create("ml", "ML"));
    }
}
