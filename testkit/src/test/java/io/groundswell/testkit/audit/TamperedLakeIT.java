package io.groundswell.testkit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.SparkTest;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkTest.class)
class TamperedLakeIT {
    @TempDir
    private Path folder;

    @Test
    void findsEachThingThatIsWrong(SparkSession spark) throws Exception {
        SmallLake lake = SmallLake.write(spark, folder);
        Path json = folder.resolve("audit.json");
        assertThat(lake.wrong()).as("untouched").isEmpty();
        assertThat(lake.audit().compared()).isEqualTo(4);
        // By itself it counts in windows of an hour too, of which this lake has none due.
        assertThat(AuditMain.run(lake.ledger(), lake.root(), json)).isZero();
        assertThat(json).content().contains("\"lost\" : 0", "\"frames\" : 7", "\"acked\" : 6");

        lake.sql("UPDATE {gold/term_counts} SET authors = 1 WHERE kind = 'hashtag' AND posts = 2");
        assertThat(lake.wrong()).as("a changed count").isEqualTo("mismatched=1");

        lake.doubleRows("silver/post_changes", "position.offset = 1");
        assertThat(lake.wrong()).as("a doubled row").isEqualTo("doubled=1 mismatched=1");

        lake.sql("UPDATE {bronze/raw_posts} SET payload = X'00' WHERE position.offset = 2");
        assertThat(lake.wrong()).as("another byte").isEqualTo("lost=1 doubled=1 phantom=1 unaccounted=1 mismatched=1");

        lake.sql("DELETE FROM {bronze/raw_posts} WHERE position.offset = 5");
        assertThat(lake.wrong())
                .as("a dropped row, whose change comes from nowhere")
                .isEqualTo("lost=2 doubled=1 phantom=2 unaccounted=1 mismatched=1");
        assertThat(AuditMain.run(lake.ledger(), lake.root(), json)).isEqualTo(1);
        assertThat(json).content().contains("\"lost\" : 2");

        lake.drop("silver/posts");
        assertThat(lake.wrong()).as("a table that is gone").contains("unsettled=2");
    }
}
