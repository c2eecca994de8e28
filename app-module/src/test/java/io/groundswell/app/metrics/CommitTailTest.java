package io.groundswell.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.table.Catalogue;
import io.groundswell.table.Lake;
import io.groundswell.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommitTailTest {
    @TempDir
    private Path root;

    private void commit(long version, String... lines) throws IOException {
        Path log = root.resolve("silver/posts/_delta_log");
        Files.createDirectories(log);
        Files.writeString(log.resolve("%020d.json".formatted(version)), String.join("\n", lines));
    }

    private static String info(String operation, String figures) {
        return "{\"commitInfo\":{\"timestamp\":1700000000000,\"operation\":\"%s\",\"operationMetrics\":{%s}}}"
                .formatted(operation, figures);
    }

    @Test
    void readsEachCommitOnce() throws IOException {
        Table posts = new Lake(root.toString()).table(Catalogue.POSTS);
        CommitTail tail = new CommitTail(posts, new Configuration(), 0);
        commit(0, info("CREATE TABLE", ""));
        assertThat(tail.news()).isEmpty();
        commit(
                1,
                info("WRITE", "\"numOutputRows\":\"5\""),
                "{\"txn\":{\"appId\":\"detect-trends\",\"version\":42}}",
                "{\"add\":{\"path\":\"a%20b.parquet\",\"size\":9,\"dataChange\":true,\"stats\":\"{}\"}}");
        commit(
                2,
                info(
                        "MERGE",
                        "\"numOutputRows\":\"900\",\"numTargetRowsInserted\":\"1\",\"numTargetRowsUpdated\":\"2\",\"numTargetRowsDeleted\":\"3\""));

        assertThat(tail.news())
                .satisfiesExactly(
                        written -> {
                            assertThat(written.rows()).isEqualTo(5);
                            assertThat(written.at()).isEqualTo(Instant.ofEpochMilli(1_700_000_000_000L));
                            assertThat(written.transactions()).containsEntry("detect-trends", 42L);
                            assertThat(tail.file(written.added().get(0)).path()).endsWith("silver/posts/a b.parquet");
                        },
                        merged -> assertThat(merged.rows()).isEqualTo(6));
        assertThat(tail.news()).as("until they are told").hasSize(2).allSatisfy(tail::told);
        assertThat(tail.news()).isEmpty();

        commit(
                3,
                info("OPTIMIZE", "\"numAddedFiles\":\"1\""),
                "{\"add\":{\"path\":\"c\",\"size\":9,\"dataChange\":false}}");
        assertThat(tail.news()).satisfiesExactly(packed -> {
            assertThat(packed.rows()).isZero();
            assertThat(packed.added()).isEmpty();
        });
    }
}
