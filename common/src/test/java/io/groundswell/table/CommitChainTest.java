package io.groundswell.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.LocalFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommitChainTest {
    private static final String ADD = "{\"add\":{\"path\":\"a\",\"size\":10}}\n";
    private static final String TAG = "{\"txn\":{\"appId\":\"ingest/1\",\"version\":4}}\n";
    private static final String COMMIT = CommitChain.name(1, "json");
    private static final String SUMMARY = CommitChain.name(1, "crc");

    @TempDir
    private Path log;

    private CommitChain chain;

    @BeforeEach
    void commitTwice() throws IOException {
        chain = new CommitChain(LocalFiles.path(log), LocalFiles.configuration());
        write("0.json", info(0) + "{\"metaData\":{}}\n");
        write("0.crc", summary(0, 0, 0, ""));
        write("1.json", info(1) + ADD + TAG);
        write("1.crc", summary(1, 10, 1, "{\"appId\":\"ingest/1\",\"version\":4}"));
    }

    @Test
    void findsNothingWrongWithAWholeLog() {
        assertThat(chain.broken(0)).isEmpty();
        assertThat(chain.broken(1)).isEmpty();
        assertThat(chain.isCutOffBehind(1)).isFalse();
    }

    @Test
    void namesACommitThatLostWhatItBrought() throws IOException {
        write("1.json", info(1) + TAG);
        assertThat(chain.broken(1)).contains(COMMIT);

        write("1.json", "");
        assertThat(chain.broken(1)).contains(COMMIT);
    }

    @Test
    void namesACommitWhoseTagIsAnother() throws IOException {
        assertThat(brokenBy(summary(1, 10, 1, "{\"appId\":\"ingest/1\",\"version\":14}")))
                .contains(COMMIT);
    }

    @Test
    void namesACommitWhoseColumnsCannotBeRead() throws IOException {
        for (String columns : List.of("{\\\"type\\\":vrue}", "{\\\"type\\\":\\\"sruct\\\"}", "")) {
            write("0.json", info(0) + "{\"metaData\":{\"schemaString\":\"" + columns + "\"}}\n");

            assertThat(chain.broken(0)).as(columns).contains(CommitChain.name(0, "json"));
        }
    }

    @Test
    void namesAFileThatCannotBeRead() throws IOException {
        assertThat(brokenBy("{\"txnId\":\"1\"")).contains(SUMMARY);
    }

    @Test
    void knowsOfACommitThatIsGone() throws IOException {
        Files.delete(log.resolve(COMMIT));

        assertThat(chain.isCutOffBehind(0)).isTrue();
    }

    @Test
    void namesASummaryThatIsOfAnotherCommit() throws IOException {
        assertThat(brokenBy(summary(7, 10, 1, ""))).contains(SUMMARY);
    }

    @Test
    void comparesNothingWithTheSummaryOfACommitThatWasLostBeforeIt() throws IOException {
        write("0.crc", summary(7, 99, 9, ""));
        assertThat(chain.broken(1)).isEmpty();

        write("0.json", "{\"commitInfo\":{\"tx");
        assertThat(chain.broken(1)).isEmpty();
    }

    @Test
    void comparesWithTheSummaryOfACommitThatWasCutOffBehindACheckpoint() throws IOException {
        Files.delete(log.resolve(CommitChain.name(0, "json")));
        assertThat(chain.broken(1)).isEmpty();

        write("0.crc", summary(0, 5, 1, ""));
        assertThat(chain.broken(1)).contains(COMMIT);
    }

    /** Returns what is named where the summary of the second commit is this. */
    private Optional<String> brokenBy(String summary) throws IOException {
        write("1.crc", summary);
        return chain.broken(1);
    }

    private void write(String name, String text) throws IOException {
        String[] parts = name.split("\\.", 2);
        Files.writeString(log.resolve(CommitChain.name(Long.parseLong(parts[0]), parts[1])), text);
    }

    private static String info(int transaction) {
        return "{\"commitInfo\":{\"txnId\":\"%d\"}}\n".formatted(transaction);
    }

    private static String summary(int transaction, long bytes, int files, String tags) {
        return "{\"txnId\":\"%d\",\"tableSizeBytes\":%d,\"numFiles\":%d,\"setTransactions\":[%s]}"
                .formatted(transaction, bytes, files, tags);
    }
}
