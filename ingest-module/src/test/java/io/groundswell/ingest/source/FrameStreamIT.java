package io.groundswell.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groundswell.ingest.Packed;
import io.groundswell.job.PlatformException;
import io.groundswell.testing.SparkTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.connector.read.streaming.Offset;
import org.apache.spark.sql.connector.read.streaming.ReadLimit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkTest.class)
class FrameStreamIT {
    private static final ReadLimit NO_LIMIT = ReadLimit.allAvailable();

    @TempDir
    private Path folder;

    private SparkSession spark;

    @BeforeEach
    void takeSession(SparkSession session) {
        spark = session;
    }

    @Test
    void namesPositionsByLaneInJson() throws IOException {
        append("b/2.ndjson", "one\ntwo\n");
        append("a.ndjson", "three\n");
        append("_hidden/3.ndjson", "x\n");
        append(".4.ndjson", "x\n");

        assertThat(stream(false).latestOffset(LanePositions.NONE, NO_LIMIT).json())
                .isEqualTo("{\"a.ndjson\":6,\"b/2.ndjson\":8}");
        assertThat(stream(false).deserializeOffset("{\"a.ndjson\":6,\"b/2.ndjson\":8}"))
                .isEqualTo(stream(false).latestOffset(LanePositions.NONE, NO_LIMIT));
    }

    @Test
    void waitsForTheEndOfALine() throws IOException {
        append("a.ndjson", "one\ntw");
        FrameStream stream = stream(false);
        Offset first = stream.latestOffset(LanePositions.NONE, NO_LIMIT);
        assertThat(first.json()).isEqualTo("{\"a.ndjson\":4}");
        assertThat(stream.latestOffset(first, NO_LIMIT)).isEqualTo(first);

        append("a.ndjson", "o\n");
        Offset second = stream.latestOffset(first, NO_LIMIT);

        assertThat(lines(stream, first, second)).containsExactly("two");
    }

    @Test
    void hasNothingWhereNoLineIsComplete() throws IOException {
        append("a.ndjson", "on");

        assertThat(stream(false).latestOffset(LanePositions.NONE, NO_LIMIT)).isNull();
    }

    @Test
    void countsALastLineWithoutEndOfFilesThatAreComplete() throws IOException {
        append("a.ndjson", "one\ntwo");
        FrameStream goesOn = stream(true);
        FrameStream ends = stream(true);
        ends.prepareForTriggerAvailableNow();
        append("a.ndjson", " and more\n"); // what comes later is for the next run

        assertThat(goesOn.latestOffset(LanePositions.NONE, NO_LIMIT).json()).isEqualTo("{\"a.ndjson\":17}");
        Offset end = ends.latestOffset(LanePositions.NONE, NO_LIMIT);
        assertThat(lines(ends, LanePositions.NONE, end)).containsExactly("one", "two");
    }

    @Test
    void cutsBatchesAtLineEnds() throws IOException {
        append("a.ndjson", "one\ntwo\nthree\n");
        append("b.ndjson", "f".repeat(100_000) + "\n5\n");
        FrameStream stream = new FrameStream(folder.toString(), 6, true);
        stream.prepareForTriggerAvailableNow();
        List<Integer> batches = new ArrayList<>();
        Offset start = LanePositions.NONE;
        Offset end = stream.latestOffset(start, NO_LIMIT);
        while (!end.equals(start)) {
            batches.add(lines(stream, start, end).size());
            start = end;
            end = stream.latestOffset(start, NO_LIMIT);
        }

        assertThat(batches).containsExactly(1, 1, 1, 1, 1);
    }

    @Test
    void takesAGzipFileOnce() throws IOException {
        append("a.gz", "whatever");
        FrameStream stream = stream(false);
        Offset first = stream.latestOffset(LanePositions.NONE, NO_LIMIT);

        assertThat(first.json()).isEqualTo("{\"a.gz\":8}");
        assertThat(stream.latestOffset(first, NO_LIMIT)).isEqualTo(first);

        append("a.gz", "more");
        assertThatThrownBy(() -> stream.latestOffset(first, NO_LIMIT))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("a.gz");
    }

    @Test
    void goesOnInASegmentThatWasRotated() throws IOException {
        append("a.ndjson", "one\ntwo\nthree\n");
        FrameStream stream = new FrameStream(folder.toString(), 4, false);
        Offset begun = stream.latestOffset(LanePositions.NONE, NO_LIMIT);
        Offset planned = stream.latestOffset(begun, NO_LIMIT);
        Files.write(folder.resolve("a.ndjson.zst"), Packed.as("a.zst", "one\ntwo\nthree\n"));
        assertThat(stream.latestOffset(begun, NO_LIMIT))
                .as("while it is compressed")
                .isEqualTo(planned);

        Files.delete(folder.resolve("a.ndjson"));
        assertThat(lines(stream, begun, planned)).as("a batch of before").containsExactly("two");
        Offset end = stream.latestOffset(planned, NO_LIMIT);
        assertThat(lines(stream, planned, end)).containsExactly("three");
        assertThat(lanes(stream, planned, end)).containsExactly("a.ndjson");
        assertThat(stream.latestOffset(end, NO_LIMIT)).isEqualTo(end);
    }

    @Test
    void readsASingleFileUnderItsName() throws IOException {
        append("a.ndjson", "one\n");
        FrameStream stream = new FrameStream(folder.resolve("a.ndjson").toString(), 100, false);
        Offset end = stream.latestOffset(LanePositions.NONE, NO_LIMIT);

        assertThat(end.json()).isEqualTo("{\"a.ndjson\":4}");
        assertThat(lines(stream, LanePositions.NONE, end)).containsExactly("one");
    }

    @Test
    void packsSmallFilesTogetherAndSplitsLargeOnes() throws IOException {
        for (int i = 0; i < 50; i++) {
            append(i + ".ndjson", "line\n");
        }
        FrameStream stream = stream(false);
        Offset small = stream.latestOffset(LanePositions.NONE, NO_LIMIT);
        assertThat(stream.planInputPartitions(LanePositions.NONE, small)).hasSize(1);

        append("large.ndjson", ("l".repeat(999) + "\n").repeat(12_000));
        Offset all = stream.latestOffset(small, NO_LIMIT);
        int cores = spark.sparkContext().defaultParallelism();
        assertThat(stream.planInputPartitions(small, all)).hasSize(Math.min(cores, 3));
        assertThat(lines(stream, small, all)).hasSize(12_000);
    }

    private FrameStream stream(boolean completeFiles) {
        return new FrameStream(folder.toString(), Long.MAX_VALUE, completeFiles);
    }

    private void append(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static List<String> lanes(FrameStream stream, Offset start, Offset end) throws IOException {
        return read(stream, start, end, row -> row.getString(0));
    }

    private static List<String> lines(FrameStream stream, Offset start, Offset end) throws IOException {
        return read(stream, start, end, row -> new String(row.getBinary(2), java.nio.charset.StandardCharsets.UTF_8));
    }

    private static List<String> read(FrameStream stream, Offset start, Offset end, Function<InternalRow, String> value)
            throws IOException {
        List<String> lines = new ArrayList<>();
        for (InputPartition partition : stream.planInputPartitions(start, end)) {
            try (PartitionReader<InternalRow> reader =
                    stream.createReaderFactory().createReader(partition)) {
                while (reader.next()) {
                    lines.add(value.apply(reader.get()));
                }
            }
        }
        return lines;
    }
}
